import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFields } from './split-fields.ts';

const REST = ',15,7,"Day",201,1,4-1-26,0800,1700';
const nameOf = (line: string): string | undefined => splitFields(line, ',').fields[0];

describe('a line with commas', () => {
  it.each([
    ['a comma in the name', `"Ashgrove, Marit"${REST}`, 'Ashgrove, Marit'],
    ['quotes inside the name', `"O"Quillan, Sean"${REST}`, 'O"Quillan, Sean'],
    ['a nickname before the comma', `"Oberon "Obi", Lee"${REST}`, 'Oberon "Obi", Lee'],
    ['a nickname at the end', `"Lee, Oberon "Obi""${REST}`, 'Lee, Oberon "Obi"'],
    ['a nickname at the beginning', `""Obi" Oberon, Lee"${REST}`, '"Obi" Oberon, Lee'],
    ['a bare name', `Lee${REST}`, 'Lee'],
  ])('keeps %s', (_, line, name) => {
    expect(nameOf(line)).toBe(name);
    expect(splitFields(line, ',').fields).toHaveLength(9);
  });

  it('knows empty fields, quoted or not, and bare text ids', () => {
    const { fields } = splitFields('"A, B",EPICID:R123456,,"Conf, am",,"",4-1-26,0800,1700,"",', ',');
    expect(fields).toEqual([
      'A, B',
      'EPICID:R123456',
      '',
      'Conf, am',
      '',
      '',
      '4-1-26',
      '0800',
      '1700',
      '',
      '',
    ]);
  });

  it('reads a file that puts a blank after every comma', () => {
    const { fields } = splitFields('"Ashgrove, Marit", 15, 7, "Conf, am", 201, 1, 4-1-26, 0800, 1700', ',');
    expect(fields).toEqual(['Ashgrove, Marit', '15', '7', 'Conf, am', '201', '1', '4-1-26', '0800', '1700']);
  });

  it('tells a quote that never closes', () => {
    expect(splitFields('"Ashgrove, Ma', ',')).toEqual({ fields: ['Ashgrove, Ma'], closed: false });
  });
});

describe('a line with tabs', () => {
  it('takes quotes as they stand', () => {
    expect(splitFields('"Obi" Lee\t15', '\t').fields).toEqual(['"Obi" Lee', '15']);
  });

  it('undoes the quotes of a program that saved it again', () => {
    expect(splitFields('"Lee, ""Obi"""\t15', '\t').fields).toEqual(['Lee, "Obi"', '15']);
  });
});

it('finds every name again that does not hold the divider itself', () => {
  const name = fc
    .array(fc.constantFrom('a', 'é', 'Z', '"', ', ', "'", ' ', '-', '.'), { minLength: 1, maxLength: 20 })
    .map((pieces) =>
      pieces
        .join('')
        .replace(/[,\s]+$/, '')
        .trim(),
    )
    .filter((text) => text !== '' && !/"\s*,\S/.test(text) && !/^,/.test(text));
  fc.assert(
    fc.property(name, (text) => {
      expect(nameOf(`"${text}"${REST}`)).toBe(text);
    }),
  );
});
