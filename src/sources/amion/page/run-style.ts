const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  blue: '#0000ff',
  green: '#008000',
  lime: '#00ff00',
  purple: '#800080',
  navy: '#000080',
  gray: '#808080',
  maroon: '#800000',
  teal: '#008080',
  olive: '#808000',
  orange: '#ffa500',
};

/** The text colour that a tag sets, `#rrggbb`, or null for none or black. Amion's style sheet makes `<em>` blue. */
export function colourOf(tag: string, attributes: Record<string, string>): string | null {
  const styled = /(?:^|;)\s*color\s*:\s*([^;]+)/i.exec(attributes['style'] ?? '')?.[1];
  const written = attributes['color'] ?? styled ?? (tag === 'em' ? 'blue' : '');
  const colour = written.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{6})$/.exec(colour)?.[1];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour);
  if (hex !== undefined) return `#${hex}`;
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  return NAMED[colour] ?? null;
}

/** Footnote numbers stand raised, in `<sup>` or in a small font of their own. */
export function isFootnote(tag: string, attributes: Record<string, string>): boolean {
  if (tag === 'sup') return true;
  return /vertical-align\s*:\s*(?:super|text-top|[1-9]\d*%)/i.test(attributes['style'] ?? '');
}
