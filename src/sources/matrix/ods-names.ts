import type { XmlAttributes } from './xml-reader.ts';

/** The prefixes by which every known program names the parts of an .ods; another prefix may be bound to the same. */
const USUAL = new Map<string, string>([
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
]);

/** Turns names with a document's own prefixes into those with the usual ones. */
export class OdsNames {
  private readonly usualByOwn: Map<string, string>;
  private readonly names = new Map<string, string>();

  private constructor(usualByOwn: Map<string, string>) {
    this.usualByOwn = usualByOwn;
  }

  /** Null where the root element binds the usual prefixes: then names are right as they stand. */
  static find(root: XmlAttributes): OdsNames | null {
    const renamed = new Map<string, string>();
    for (const [name, uri] of Object.entries(root)) {
      const usual = USUAL.get(uri);
      if (usual === undefined || !/^xmlns(:|$)/.test(name)) continue;
      const own = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
      if (own !== usual) renamed.set(own, usual);
    }
    return renamed.size === 0 ? null : new OdsNames(renamed);
  }

  usualName(name: string): string {
    let usual = this.names.get(name);
    if (usual === undefined) {
      const colon = name.indexOf(':');
      const prefix = this.usualByOwn.get(colon < 0 ? '' : name.slice(0, colon));
      usual = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
      this.names.set(name, usual);
    }
    return usual;
  }

  usualAttributes(attributes: XmlAttributes): XmlAttributes {
    const usual = Object.create(null) as XmlAttributes;
    // A default namespace does not reach attributes.
    for (const name in attributes)
      usual[name.includes(':') ? this.usualName(name) : name] = attributes[name] ?? '';
    return usual;
  }
}
