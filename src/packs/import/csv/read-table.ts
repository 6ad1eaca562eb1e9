import papaparse from 'papaparse';

export interface TableRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly line: number;
  /** What is wrong with it; null: nothing. */
  readonly fault: string | null;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** What Anki says in lines of `#key:value` above the rows, the keys in small letters. */
  readonly says: ReadonlyMap<string, string>;
}

const NAMED: { readonly [name: string]: string } = { comma: ',', semicolon: ';', tab: '\t', space: ' ', pipe: '|', colon: ':' };
const GUESSES = [',', '\t', ';', '|'];
/** Characters that are looked at for a guess. */
const AHEAD = 20_000;

/** Rows of CSV or TSV, blank ones left out. A row that is broken says so, and those behind it are read all the same. */
export function readTable(text: string, file: string): Table {
  const whole = text.replace(/^\uFEFF/, '');
  const says = new Map<string, string>();
  let from = 0;
  for (let found = DIRECTIVE.exec(whole); found !== null; found = DIRECTIVE.exec(whole.slice(from, from + 5000))) {
    says.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
    from += found[0].length;
  }
  const body = whole.slice(from);
  const named = says.get('separator')?.toLowerCase();
  const delimiter = named === undefined ? (/\.(?:tsv|tab)$/i.test(file) ? '\t' : guessed(body)) : (NAMED[named] ?? named.slice(0, 1));
  return { rows: rowsOf(body, delimiter, 1 + says.size), says };
}

const DIRECTIVE = /^#([a-z][a-z ]{0,40}):([^\r\n]{0,4000})(?:\r\n?|\n|$)/i;

/** The sign that parts the most rows into as many cells as the first; a table of ours says it in its first words. */
function guessed(text: string): string {
  const own = /^"?lesson"?([,;\t])"?id"?\1"?type"?\1/.exec(text)?.[1];
  if (own !== undefined) return own;
  const counts = GUESSES.map((delimiter) => {
    const { data } = papaparse.parse<string[]>(text.slice(0, AHEAD), { delimiter, preview: 30, skipEmptyLines: true });
    const width = data[0]?.length ?? 0;
    return width < 2 ? 0 : data.filter((cells) => cells.length === width).length;
  });
  return GUESSES[counts.indexOf(Math.max(...counts))] ?? ',';
}

function rowsOf(text: string, delimiter: string, firstLine: number): TableRow[] {
  const { data, errors, meta } = papaparse.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const open = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  const broken = new Set(errors.flatMap(({ code, row }) => (code === 'InvalidQuotes' && row !== undefined ? [row] : [])));
  const rows: TableRow[] = [];
  let line = firstLine;
  for (const [at, cells] of data.entries()) {
    if (at === open) {
      // A mark that is never closed takes in all that follows: from there on each line is read for itself.
      const rest = text.split(meta.linebreak).slice(line - firstLine);
      const faultOf = (i: number): string | null => (i === 0 ? 'a quotation mark is never closed' : null);
      rest.forEach((words, i) => rows.push({ cells: words.split(meta.delimiter), line: line + i, fault: faultOf(i) }));
      break;
    }
    rows.push({ cells, line, fault: broken.has(at) ? 'a quotation mark stands where none may' : null });
    line += 1 + cells.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
