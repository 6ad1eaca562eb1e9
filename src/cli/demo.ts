import { demoCommand } from './demo-command.ts';

/** `npm run demo` */
process.exitCode = await demoCommand(console.log);
