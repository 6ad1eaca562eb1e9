import { hornbook } from './hornbook-command.ts';
import { processTerminal } from './terminal.ts';

/** `hornbook …`: see `hornbook help`. */
const terminal = processTerminal();
process.exitCode = await hornbook(process.argv.slice(2), terminal);
terminal.close();
