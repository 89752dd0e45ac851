import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

const linesOf = (text: string | Uint8Array): string[] | undefined =>
  readLines(typeof text === 'string' ? Buffer.from(text) : text)?.lines.map(
    ({ line, text: shown }) => `${line}: ${shown}`,
  );

describe('a report', () => {
  it('has lines with ends of any kind, blank ones counted', () => {
    expect(linesOf('Assignments\r\n\r"Grant\u00a0Jr, Paul",17\n')).toEqual([
      ...['1: Assignments', '2: ', '3: "Grant Jr, Paul",17', '4: '],
    ]);
  });

  it('in Windows-1252 has its letters', () => {
    expect(linesOf(Buffer.from('Mu\xf1oz', 'latin1'))).toEqual(['1: Muñoz']);
  });

  it('that is binary has none', () => {
    expect(readLines(Buffer.from([0, 1, 2]))).toBeNull();
  });

  it('shows no login and no token', () => {
    expect(
      linesOf('see http://amion.test/cgi-bin/ocs?Lo=s3cret%20x&Rpt=619 and ./ocs?File=!55ab&Ui=1'),
    ).toEqual(['1: see http://amion.test/cgi-bin/ocs?Lo=…&Rpt=619 and ./ocs?File=…&Ui=1']);
  });
});

describe('a page', () => {
  const head = '<TR BGCOLOR=#f6deac><td></td><td>Day<br>8a-5p</TD><td>ON1</TD></tr>';
  const grid = (rows: string): string =>
    `<HTML><body><table><tr><td>Radiology<table border=1>\n${head}\n${rows}</table></td></tr></table></BODY></HTML>`;

  it('has the rows of its grids, as messages count them', () => {
    const row =
      '<TR><td>Wed&nbsp;&nbsp;4/1</TD><td><a href="./ocs?File=!x">Grant, Paul</a></TD><td>-</TD></tr>';
    expect(linesOf(grid(row))).toEqual(['1:  | Day 8a-5p | ON1', '2: Wed 4/1 | Grant, Paul | -']);
    expect(readLines(Buffer.from(grid(row)))?.unit).toBe('row');
  });

  it("has the rows of its who's-on table", () => {
    const rows = "<tr><td>Service</td><td>Who's On</td></tr><tr><td>ON1</td><td>Grant, Paul</td></tr>";
    expect(linesOf(`<html><body><table>${rows}</table></body></html>`)).toEqual([
      ...["1: Service | Who's On", '2: ON1 | Grant, Paul'],
    ]);
  });

  it('without either shows its text, and nothing of its markup', () => {
    const page = '<html><body>Sign in<form><input type=hidden name=Lo value="s3cret"></form></body></html>';
    expect(linesOf(page)?.join('\n')).toContain('Sign in');
    expect(linesOf(page)?.join('\n')).not.toContain('s3cret');
  });
});
