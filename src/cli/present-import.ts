import type { Accounting } from '#src/domain/accounting.ts';
import type { ScrapeBatch } from '#src/domain/scrape-batch.ts';
import { type TextBlock, textTable } from './text-layout.ts';

const SOURCES: Record<ScrapeBatch['source'], string> = {
  MATRIX: 'Matrix',
  LIST: 'Flat list',
  ROSTER: 'Roster',
};

/** The JSON document of an import, without what was found. */
export function presentImport({ versionId, validation: _, ...batch }: ScrapeBatch) {
  return { ...batch, version: versionId };
}

export function presentImportsText(batches: readonly ScrapeBatch[]): TextBlock {
  const rows = batches.map((batch) => [
    batch.id,
    SOURCES[batch.source],
    batch.state,
    `${batch.from} to ${batch.to}`,
    batch.sourceName ?? '',
    inUtc(batch.createdAt),
  ]);
  return textTable(['Import', 'Source', 'State', 'Dates', 'From', 'Begun (UTC)'], rows);
}

export function presentImportText(
  batch: ScrapeBatch,
  files: readonly { fileName: string; checksum: string; kept: boolean }[],
): TextBlock[] {
  const of = batch.sourceAsOf === null ? '' : `, as of ${inUtc(batch.sourceAsOf)} UTC`;
  return [
    `Import ${batch.id} · ${SOURCES[batch.source]} · ${batch.state}`,
    `${batch.from} to ${batch.to}, ${batch.versionId === null ? 'no version' : `version ${batch.versionId}`}`,
    `Begun ${inUtc(batch.createdAt)} UTC from ${batch.sourceName ?? 'nothing with a name'}${of}`,
    ...(batch.accounting ? [unitsText(batch.accounting)] : []),
    ...(batch.errorMessage === null ? [] : [batch.errorMessage]),
    ...files.map(
      ({ fileName, checksum, kept }) =>
        `File ${fileName}, ${checksum.slice(0, 12)}…, ${kept ? 'kept' : 'past its retention time'}`,
    ),
    ...(files.some(({ kept }) => kept) ? [`Again: schedcu imports replay ${batch.id}`] : []),
  ];
}

export const unitsText = ({ read, accepted, rejected, ignored, stored }: Accounting): string =>
  `${read} read = ${accepted} accepted + ${rejected} rejected + ${ignored} ignored; ${stored} stored`;

const inUtc = (instant: string): string => instant.slice(0, 19).replace('T', ' ');
