/**
 * RFC 5545, 3.4: a calendar's own properties come before its components. The library writes some of them after; strict
 * programs do not find them there. Ends with a line break, as every line does.
 */
export function propertiesFirst(calendar: string): string {
  const own: string[] = [];
  const components: string[] = [];
  let depth = 0;
  // A line that begins with a space goes on with the one before.
  for (const line of calendar.trimEnd().split(/\r\n(?! )/)) {
    if (line.startsWith('BEGIN:')) depth += 1;
    (depth > 1 ? components : own).push(line);
    if (line.startsWith('END:')) depth -= 1;
  }
  const [end = ''] = own.splice(-1);
  return [...own, ...components, end, ''].join('\r\n');
}
