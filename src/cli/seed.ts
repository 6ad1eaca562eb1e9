import { seedCommand } from './seed-command.ts';

/** `npm run seed [FILE]` */
process.exitCode = await seedCommand(process.argv.slice(2), console.log);
