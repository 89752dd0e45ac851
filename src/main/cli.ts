import { presentFailure } from '#src/cli/present-failure.ts';
import { runCommandLine } from '#src/cli/program.ts';
import { commandContext } from './command-context.ts';
import { endInOrder } from './end-of-process.ts';
import { openThings } from './open-things.ts';

const opened = openThings();
const ending = endInOrder(opened);

const write = (stream: NodeJS.WriteStream) => (text: string) => {
  if (!ending.asked) stream.write(`${text}\n`);
};
const output = { print: write(process.stdout), note: write(process.stderr) };

process.exitCode = await runCommandLine(process.argv.slice(2), (options) =>
  commandContext(options, opened, output),
);
try {
  await opened.finishAll();
  await opened.closeAll();
} catch (cause) {
  output.note(`The database could not be closed in order: ${presentFailure(cause).text.join('\n')}`);
}
