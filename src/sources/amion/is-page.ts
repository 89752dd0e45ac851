/** Whether a text is a web page; everything else is lines. */
export function isPage(text: string): boolean {
  return (
    /^\s*<(?:!doctype|html|head|body|table|\?xml|!--)/i.test(text) ||
    /<table\b[^>]{0,500}>\s*<tr\b/i.test(text)
  );
}
