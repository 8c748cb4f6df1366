import iconv from 'iconv-lite';
import { Failure } from '../../failures/failure.ts';

/** The encodings a file of input may be in. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text, without a byte order mark, and the encoding it was in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The encodings Node decodes strictly by itself. */
type Unicode = Exclude<Encoding, 'windows-1252'>;

const BOMS: readonly { bytes: readonly number[]; encoding: Unicode }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

const WORKBOOKS: readonly { bytes: readonly number[]; kind: 'xlsx' | 'xls' }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'xlsx' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'xls' },
];

// The controls of ASCII that no text has; tab and line ends are text.
const CONTROL = /[^\P{Cc}\t\n\r\u0080-\u009f]/u;

/** The encoding something is taken to be in, and its text, null when the bytes break the encoding. */
type Attempt = { readonly text: string | null; readonly encoding: Encoding };

/**
 * Recognises the encoding of a file's bytes and decodes them. A byte order mark decides; without one, UTF-16 is known
 * by its NUL bytes, UTF-8 by being valid, and the rest is Windows-1252.
 * @throws Failure `csv-workbook` for an Excel workbook, `csv-not-text` for anything else that isn't text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const workbook = WORKBOOKS.find((known) => startsWith(bytes, known.bytes));
  if (workbook) throw new Failure('csv-workbook', { kind: workbook.kind });
  const decoded = decodeMarked(bytes) ?? decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeWindows(bytes);
  if (decoded.text === null || CONTROL.test(decoded.text)) throw new Failure('csv-not-text', {});
  return { text: decoded.text, encoding: decoded.encoding };
}

function decodeMarked(bytes: Uint8Array): Attempt | undefined {
  const bom = BOMS.find((known) => startsWith(bytes, known.bytes));
  if (!bom) return undefined;
  return { text: strictly(bom.encoding, bytes.subarray(bom.bytes.length)), encoding: bom.encoding };
}

// A header begins with two letters of the Latin alphabet, which in UTF-16 have a NUL byte each, always on the same side.
function decodeUtf16(bytes: Uint8Array): Attempt | undefined {
  const [first, second, third, fourth] = bytes;
  if (first && second === 0 && third && fourth === 0) {
    return { text: strictly('utf-16le', bytes), encoding: 'utf-16le' };
  }
  if (first === 0 && second && third === 0 && fourth) {
    return { text: strictly('utf-16be', bytes), encoding: 'utf-16be' };
  }
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): Attempt | undefined {
  const text = strictly('utf-8', bytes);
  return text === null ? undefined : { text, encoding: 'utf-8' };
}

// By iconv-lite: on Node 20 a TextDecoder of this name decodes Latin-1. The five bytes that mean nothing become U+FFFD.
function decodeWindows(bytes: Uint8Array): Attempt {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'windows-1252');
  return { text: text.includes('\ufffd') ? null : text, encoding: 'windows-1252' };
}

function strictly(encoding: Unicode, bytes: Uint8Array): string | null {
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
