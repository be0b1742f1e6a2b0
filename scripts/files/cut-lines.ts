const [NEWLINE, MEGABYTE] = [0x0a, 1 << 20];

// No API response is that large: a file with a longer line is most likely not NDJSON.
const MOST_MEGABYTES = 64;

/** One line, without its end. Its bytes are valid until the next chunk only. */
export interface Line {
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
  /** The limit in megabytes that it exceeds; then its bytes are dropped. */
  readonly tooLong?: number;
}

/** Splits chunks into lines. Keeps only the beginning of the last line. */
export interface LineCutter {
  /** The lines that a chunk completes, without blank ones, which are counted. */
  cut(chunk: Buffer): Line[];
  /** The last line, if it does not end with a newline. */
  end(): Line[];
}

/** Creates a cutter that starts at line 1. */
export function createLineCutter(mostMegabytes = MOST_MEGABYTES): LineCutter {
  let pieces: Buffer[] = [];
  let [size, number] = [0, 1];
  const add = (piece: Buffer): void => {
    size += piece.length;
    if (size > mostMegabytes * MEGABYTE) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const take = (): Line[] => {
    const isTooLong = size > mostMegabytes * MEGABYTE;
    const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    const line: Line = { bytes, number, ...(isTooLong && { tooLong: mostMegabytes }) };
    [pieces, size, number] = [[], 0, number + 1];
    return isTooLong || !isBlank(bytes) ? [line] : [];
  };
  return {
    cut(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        add(chunk.subarray(start, end));
        lines.push(...take());
        start = end + 1;
      }
      // Copied, because the memory of the chunk is reused.
      add(Buffer.from(chunk.subarray(start)));
      return lines;
    },
    end: () => (size === 0 ? [] : take()),
  };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
