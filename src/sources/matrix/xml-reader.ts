import { SaxesParser } from 'saxes';
import { UnreadableFile } from './unreadable-file.ts';

export type XmlAttributes = Record<string, string>;

/** What happens in a document, in its order; an empty tag opens and closes. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

const DEEPEST = 200;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const utf8 = /^(utf-?8|us-ascii|ascii)$/i;

const corrupt = (reason: string): UnreadableFile =>
  new UnreadableFile(
    'CORRUPT_FILE',
    `has damaged content (${reason}); open it in LibreOffice or Excel and save it again`,
  );

/** Reads a document whole; bounds as for walkXml. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  tokenCharacters: number,
): Promise<void> {
  const walk = walkXml(pieces, handler, tokenCharacters);
  while (!(await walk.next()).done);
}

/**
 * Reads XML piece by piece and gives the word back after each, so that what was found can be handed on. No document
 * type, no entities of its own, no other encoding than UTF-8, no depth and no single text or tag beyond bounds: the
 * parser underneath keeps a text until its end, however long it is.
 */
export async function* walkXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  tokenCharacters: number,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, ENTITIES);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let pending = 0;
  // Five handlers and no more: from the seventh on V8 keeps the parser's fields in a dictionary, five times slower.
  parser.on('doctype', () => {
    throw corrupt('it declares a document type');
  });
  parser.on('opentag', (tag) => {
    pending = 0;
    depth += 1;
    if (depth > DEEPEST) throw corrupt('its parts are nested too deeply');
    handler.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    pending = 0;
    depth -= 1;
    handler.close(tag.name);
  });
  const text = (value: string): void => {
    pending = 0;
    handler.text(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  for await (const piece of pieces) {
    const characters = decode(decoder, piece);
    pending += characters.length;
    feed(parser, characters);
    if (pending > tokenCharacters) {
      throw new UnreadableFile(
        'FILE_TOO_LARGE',
        'holds a single text or tag beyond all bounds; remove it and save the file again',
      );
    }
    yield;
  }
  feed(parser, decode(decoder));
  feed(parser, null);
}

function feed(parser: SaxesParser<{ xmlns: false }>, characters: string | null): void {
  try {
    parser.write(characters);
  } catch (cause) {
    // The parser's own complaints are plain errors; a handler's refusal passes as it is.
    if (cause instanceof Error && cause.constructor === Error) throw corrupt(cause.message);
    throw cause;
  }
  const { encoding } = parser.xmlDecl;
  if (encoding !== undefined && !utf8.test(encoding)) throw corrupt(`its encoding is ${encoding}, not UTF-8`);
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw corrupt('it is not UTF-8 text');
  }
}
