import { CodedError } from '#src/domain/errors.ts';
import type { BatchId } from '#src/domain/ids.ts';
import type { ScrapeBatch } from '#src/domain/scrape-batch.ts';
import { toValidationResult } from '#src/domain/validation.ts';
import { buildWorkbookPicture, type WorkbookPicture } from '#src/intake/matrix/build-workbook-picture.ts';
import { getBatch } from '#src/repositories/scrape-batches.ts';
import { getSourceFile, listBatchFiles } from '#src/repositories/source-files.ts';
import { readLines, type SourceLine, type SourceLines } from '#src/sources/amion/read-lines.ts';
import { readWorkbookInWorker } from '#src/sources/matrix/read-workbook-in-worker.ts';
import type { ReadingTurns } from './reading-turns.ts';
import type { ServiceContext } from './service-context.ts';

export interface FilePicture extends WorkbookPicture {
  file: string;
}

/** The lines of a report around one of them. */
export interface LinesAround {
  file: string;
  /** Every report of the import, in its order. */
  files: string[];
  unit: SourceLines['unit'];
  line: number;
  /** How many lines the report has. */
  total: number;
  lines: (SourceLine & { truncated: boolean })[];
}

/** The files of an import as they came, also of one that failed; as long as their bytes are kept. */
export interface SourceViewService {
  /**
   * The sheets of a matrix or list, in three queries. NOT_FOUND for a roster and for bytes that are not kept any more;
   * CONFLICT, with the validation, where the file cannot be read as a workbook.
   */
  viewWorkbook(batch: ScrapeBatch): Promise<FilePicture>;
  /**
   * Three lines before and after a line of a roster's report (`file` null: the first), in two queries. NOT_FOUND for a matrix
   * or list, for a report that the import does not have, and for bytes that are not kept any more.
   */
  viewLines(batch: ScrapeBatch, file: string | null, line: number): Promise<LinesAround>;
  get(id: BatchId): Promise<ScrapeBatch>;
}

const LINES_AROUND = 3;
const MOST_CHARACTERS = 1000;

export function sourceViewService(context: ServiceContext, inTurn: ReadingTurns): SourceViewService {
  const { db } = context.database;
  const filesOf = async ({ id }: ScrapeBatch) => {
    const files = await listBatchFiles(db, id);
    if (files.length > 0) return files;
    throw new CodedError('NOT_FOUND', 'Of this import no file was kept: it failed before one was read.');
  };
  return {
    get: (id) => getBatch(db, id),

    async viewWorkbook(batch) {
      if (batch.source === 'ROSTER') {
        throw new CodedError('NOT_FOUND', 'This import is a roster, no workbook. Ask for its lines.');
      }
      const [file] = await filesOf(batch);
      if (!file) throw new Error('A list of files without one');
      const { content } = await getSourceFile(db, file.checksum);
      const picture = await inTurn(() =>
        buildWorkbookPicture(readWorkbookInWorker(content, file.fileName, context.limits)),
      );
      const { fault, sheets } = picture;
      if (!fault || sheets.length > 0) return { file: file.fileName, ...picture };
      throw new CodedError('CONFLICT', fault.text, { validation: toValidationResult([fault]) });
    },

    async viewLines(batch, name, line) {
      if (batch.source !== 'ROSTER') {
        throw new CodedError('NOT_FOUND', 'This import is a workbook, no roster. Ask for the workbook.');
      }
      const files = await filesOf(batch);
      const names = files.map(({ fileName }) => fileName);
      const file = files.find(({ fileName }) => name === null || fileName === name);
      if (!file)
        throw new CodedError('NOT_FOUND', `This import has no report "${name}". It has ${names.join(', ')}.`);
      const read = readLines((await getSourceFile(db, file.checksum)).content);
      if (!read) throw new CodedError('CONFLICT', `${file.fileName} is no text: it has no lines to show.`);
      const near = read.lines.filter((each) => Math.abs(each.line - line) <= LINES_AROUND);
      const lines = near.map((each) => ({
        ...{ line: each.line, text: each.text.slice(0, MOST_CHARACTERS) },
        truncated: each.text.length > MOST_CHARACTERS,
      }));
      const { unit } = read;
      return { file: file.fileName, files: names, unit, line, total: read.lines.length, lines };
    },
  };
}
