/** Styles a piece of text for the stream it goes to; plain where colour is not wanted. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string;
