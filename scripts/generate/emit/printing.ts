import { IndentationText, QuoteKind } from '../ts-morph.js';

/** How ts-morph prints. */
export const PRINTING = { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single };
