import type { SourceOf } from './exercise-shapes.ts';
import { lintKnown, lintUnique, type ReportAt } from './report-at.ts';

/** Things to be put in order, or together. */
export function lintArrangement(source: SourceOf<'PARSONS' | 'MATCHING' | 'ORDERING'>, report: ReportAt): void {
  if (source.type === 'PARSONS') lintParsons(source, report);
  else if (source.type === 'MATCHING') lintMatching(source, report);
  else lintOrdering(source, report);
}

interface Named {
  readonly id: string;
  readonly text: string;
}

function lintItems(items: readonly Named[], field: string, atLeast: number, report: ReportAt): void {
  if (items.length < atLeast) report([field], `at least ${atLeast} of them`, String(items.length));
  lintUnique(items.map(({ id }) => id), (i) => [field, i, 'id'], report);
  lintUnique(items.map(({ text }) => text.trim()), (i) => [field, i, 'text'], report);
}

function lintMatching({ left, right }: SourceOf<'MATCHING'>, report: ReportAt): void {
  lintItems(left, 'left', 1, report);
  lintItems(right, 'right', 2, report);
  const ids = right.map(({ id }) => id);
  left.forEach(({ match }, i) => lintKnown(match, ids, ['left', i, 'match'], 'the id of an item on the right', report));
}

function lintOrdering({ items, orders = [] }: SourceOf<'ORDERING'>, report: ReportAt): void {
  lintItems(items, 'items', 2, report);
  const ids = items.map(({ id }) => id);
  orders.forEach((order, i) => {
    order.forEach((id, at) => lintKnown(id, ids, ['orders', i, at], 'the id of an item', report));
    lintUnique(order, (at) => ['orders', i, at], report);
    const missing = ids.find((id) => !order.includes(id));
    if (missing !== undefined) report(['orders', i], 'every item', `an order without \`${missing}\``);
  });
  lintUnique(orders.map((order) => order.join(', ')), (i) => ['orders', i], report);
}

function lintParsons({ blocks, orders }: SourceOf<'PARSONS'>, report: ReportAt): void {
  if (blocks.length < 2) report(['blocks'], 'at least 2 of them', String(blocks.length));
  const ids = blocks.map(({ id }) => id);
  lintUnique(ids, (i) => ['blocks', i, 'id'], report);
  orders.forEach((order, i) => {
    order.forEach((line, at) => {
      const [id = '', ...depth] = line.split('@');
      lintKnown(id, ids, ['orders', i, at], 'the id of a block', report);
      const isDepth = depth.length === 0 || (depth.length === 1 && /^\d$/.test(depth[0] ?? ''));
      if (!isDepth) report(['orders', i, at], 'levels of indentation behind the `@`, from 0 to 9', `\`${line}\``);
    });
    lintUnique(order.map((line) => line.replace(/@.*/, '')), (at) => ['orders', i, at], report);
  });
  lintUnique(orders.map((order) => order.join(', ')), (i) => ['orders', i], report);
}
