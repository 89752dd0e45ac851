import { type CheerioAPI, load } from 'cheerio';
import type { PageCell, PageDocument, PageOption, PageRow, PageRun, PageTable } from './page-document.ts';
import { colourOf, isFootnote } from './run-style.ts';

type PageNode = NonNullable<ReturnType<CheerioAPI['root']>[number]>['children'][number];
type Tag = Extract<PageNode, { attribs: unknown }>;

/** Where on the page a node stands. */
interface Place {
  table: PageTable | null;
  row: PageRow | null;
  cell: PageCell | null;
  /** Cells around the own table, innermost first. */
  around: PageCell[];
  colour: string | null;
  footnote: boolean;
  href: string | null;
}

const OUTSIDE: Place = {
  table: null,
  row: null,
  cell: null,
  around: [],
  colour: null,
  footnote: false,
  href: null,
};
/** How many tables deep the title of a nested one counts for the cells around it. */
const NESTED = 3;
const SILENT = new Set(['script', 'style', 'title', 'textarea', 'template', 'noscript']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'hr', 'h1', 'h2', 'h3', 'h4']);

/**
 * Parses markup as browsers do, unclosed tags and all, into tables that know only their own rows. The walk keeps its own
 * stack, so that a page nested a million deep is slow, not fatal.
 */
export function parsePage(html: string): PageDocument {
  const $ = load(html);
  const page: PageDocument = {
    title: flat($('title').first().text()),
    tables: [],
    loose: [],
    options: new Map(),
    whole: isWhole(html),
  };
  const stack: { node: PageNode; place: Place }[] = [];
  const push = (nodes: readonly PageNode[], place: Place): void => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node) stack.push({ node, place });
    }
  };
  push($.root()[0]?.children ?? [], OUTSIDE);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, place } = next;
    if (node.type === 'text') {
      addRun(page, place, plain(node.data));
      continue;
    }
    if (!('attribs' in node) || SILENT.has(node.name)) continue;
    if (node.name === 'select') {
      page.options.set((node.attribs['name'] ?? '').toLowerCase(), optionsOf($, node));
      continue;
    }
    push(node.children, enter(page, node, place));
  }
  return page;
}

function isWhole(html: string): boolean {
  const markup = html.toLowerCase();
  const ended = markup.includes('</html') || markup.includes('</body');
  return ended || markup.lastIndexOf('</table') >= markup.lastIndexOf('<tr');
}

/** The place inside of a tag, after the page has taken note of the tag itself. */
function enter(page: PageDocument, tag: Tag, place: Place): Place {
  const attribute = (name: string): string => tag.attribs[name] ?? '';
  if (tag.name === 'table') return enterTable(page, attribute('border'), attribute('title'), place);
  if (tag.name === 'tr' && place.table) {
    const row: PageRow = { background: attribute('bgcolor').replace('#', '').toLowerCase(), cells: [] };
    place.table.rows.push(row);
    return { ...place, row, cell: null };
  }
  if ((tag.name === 'td' || tag.name === 'th') && place.row) {
    const cell = emptyCell(attribute);
    place.row.cells.push(cell);
    return { ...place, cell };
  }
  if (tag.name === 'img') {
    place.cell?.images.push({ src: attribute('src'), title: plain(attribute('title')) });
    for (const cell of place.around) cell.nestedTitles.push(plain(attribute('title')));
  }
  if (tag.name === 'a' && tag.attribs['href'] !== undefined) {
    place.cell?.links.push(attribute('href'));
    return { ...place, href: attribute('href') };
  }
  if (BREAKS.has(tag.name)) addRun(page, place, '\n');
  const colour = colourOf(tag.name, tag.attribs) ?? place.colour;
  return { ...place, colour, footnote: place.footnote || isFootnote(tag.name, tag.attribs) };
}

function enterTable(page: PageDocument, border: string, title: string, place: Place): Place {
  const table: PageTable = { border: border.trim(), rows: [] };
  page.tables.push(table);
  const around = place.cell ? [place.cell, ...place.around].slice(0, NESTED) : place.around;
  for (const cell of around) cell.nestedTitles.push(plain(title));
  return { ...OUTSIDE, table, around };
}

function emptyCell(attribute: (name: string) => string): PageCell {
  const span = (name: string): number =>
    Math.min(Math.max(Number.parseInt(attribute(name), 10) || 1, 1), 400);
  return {
    runs: [],
    images: [],
    links: [],
    nestedTitles: [],
    title: plain(attribute('title')),
    className: attribute('class').toLowerCase(),
    columns: span('colspan'),
    rows: span('rowspan'),
  };
}

function addRun(page: PageDocument, { cell, colour, footnote, href }: Place, text: string): void {
  const run: PageRun = { text: text === '\n' ? text : text.replace(/[\r\n]+/g, ' '), colour, footnote, href };
  (cell ? cell.runs : page.loose).push(run);
}

function optionsOf($: CheerioAPI, select: Tag): PageOption[] {
  return $(select)
    .find('option')
    .toArray()
    .map((option) => ({ value: (option.attribs['value'] ?? '').trim(), text: flat($(option).text()) }));
}

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const flat = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();
