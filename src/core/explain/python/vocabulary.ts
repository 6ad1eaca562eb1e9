const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Reserved words that a statement begins with, those that a block follows first. */
export const BLOCK_WORDS = words('if elif else for while def class try except finally with match case async');
export const STATEMENT_WORDS = [...BLOCK_WORDS, ...words('return import from raise pass break continue global nonlocal del assert yield')];
/** `match`, `case` and `type` may be names as well. */
export const KEYWORDS = words(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield',
);

/** The likeliest first: a near miss is looked for in this order. */
export const BUILTINS = words(`print input len range int str float list dict set tuple bool sum min max abs round sorted reversed
  enumerate zip map filter open type isinstance any all chr ord pow divmod bin hex oct format repr hash id iter next callable
  getattr setattr hasattr dir help super object property staticmethod classmethod bytes bytearray complex frozenset slice vars
  globals locals eval exec issubclass True False None Exception ValueError TypeError KeyError IndexError NameError
  AttributeError ZeroDivisionError FileNotFoundError RuntimeError NotImplementedError StopIteration OverflowError
  AssertionError ArithmeticError LookupError OSError ImportError EOFError KeyboardInterrupt`);

/** Names out of Python 2, other languages and other habits, and what stands for them here. */
export const FOREIGN_NAMES: { readonly [name: string]: string } = {
  ...{ true: 'True', false: 'False', none: 'None', null: 'None', nil: 'None', undefined: 'None', NULL: 'None', TRUE: 'True', FALSE: 'False' },
  ...{ raw_input: 'input', xrange: 'range', unicode: 'str', long: 'int', basestring: 'str', unichr: 'chr' },
  ...{ console: 'print', printf: 'print', println: 'print', puts: 'print', echo: 'print', cout: 'print', System: 'print', Console: 'print', alert: 'print' },
  ...{ scanf: 'input', prompt: 'input', readline: 'input', cin: 'input', Scanner: 'input', gets: 'input' },
  ...{ string: 'str', String: 'str', integer: 'int', Integer: 'int', double: 'float', boolean: 'bool', char: 'str', array: 'list', Array: 'list' },
  ...{ length: 'len', size: 'len', strlen: 'len', count: 'len', parseInt: 'int', parseFloat: 'float', toString: 'str', this: 'self', elif: 'elif' },
};

/** Modules that beginners use, with names out of them. */
export const MODULES: { readonly [module: string]: readonly string[] } = {
  math: words('sqrt pi floor ceil sin cos tan pow factorial log log2 log10 exp gcd lcm hypot radians degrees isclose inf nan e tau fabs fmod trunc prod comb perm dist atan atan2 asin acos isqrt fsum isnan isinf'),
  random: words('randint random choice shuffle sample uniform randrange choices seed gauss'),
  time: words('sleep time perf_counter strftime localtime ctime monotonic gmtime process_time time_ns'),
  datetime: words('datetime date timedelta time timezone now today strptime'),
  string: words('ascii_letters ascii_lowercase ascii_uppercase digits punctuation whitespace hexdigits capwords Template'),
  statistics: words('mean median mode stdev variance pstdev fmean multimode pvariance quantiles'),
  collections: words('Counter defaultdict deque namedtuple OrderedDict ChainMap'),
  itertools: words('permutations combinations product chain cycle count repeat accumulate groupby islice zip_longest pairwise'),
  functools: words('reduce partial lru_cache wraps cache total_ordering cmp_to_key cached_property'),
  os: words('path getcwd listdir environ mkdir remove rename makedirs system'),
  sys: words('argv exit stdin stdout stderr path version maxsize setrecursionlimit platform'),
  re: words('search match findall sub compile split fullmatch finditer escape'),
  json: words('loads dumps load dump'),
  csv: words('reader writer DictReader DictWriter'),
  copy: words('deepcopy copy'),
  decimal: words('Decimal getcontext'),
  fractions: words('Fraction'),
  enum: words('Enum auto IntEnum Flag'),
  dataclasses: words('dataclass field asdict'),
  typing: words('List Dict Optional Union Any Tuple Set Callable Iterable'),
  abc: words('ABC abstractmethod'),
  pathlib: words('Path'),
  turtle: words('Turtle Screen forward left right penup pendown'),
  textwrap: words('dedent wrap fill shorten'),
  operator: words('itemgetter attrgetter'),
  ...{ heapq: words('heappush heappop heapify'), bisect: words('bisect insort'), calendar: words('month isleap monthrange'), uuid: words('uuid4') },
  ...{ hashlib: words('sha256 md5'), unittest: words('TestCase main'), asyncio: words('run sleep gather'), queue: words('Queue'), pprint: words('pprint') },
  ...{ io: words('StringIO'), glob: words('glob'), shutil: words('copyfile'), threading: words('Thread'), timeit: words('timeit'), base64: words('b64encode') },
};

/** Packages that people install, which a program here has not. */
export const PACKAGES = words(`numpy pandas matplotlib requests pygame tkinter scipy sklearn seaborn flask django bs4 selenium PIL cv2
  tensorflow torch colorama sympy pyautogui keyboard openpyxl termcolor playsound discord sqlalchemy nltk plotly psutil pyttsx3 rich
  tabulate kivy PyQt5 mysql pymongo fastapi easygui pyperclip gtts tqdm msvcrt winsound curses readline`);

/** Customary short names of packages. */
export const ALIASES: { readonly [alias: string]: string } = { np: 'numpy', pd: 'pandas', plt: 'matplotlib.pyplot', dt: 'datetime', tk: 'tkinter', sns: 'seaborn', rnd: 'random' };

/** The methods of the built-in types. */
export const METHODS: { readonly [type: string]: readonly string[] } = {
  str: words('upper lower strip split join replace find format count startswith endswith title capitalize isdigit isalpha isalnum isupper islower isspace isnumeric lstrip rstrip index splitlines zfill center ljust rjust swapcase rsplit rfind partition encode casefold isdecimal isidentifier istitle expandtabs removeprefix removesuffix translate'),
  list: words('append remove pop sort insert extend index count reverse clear copy'),
  dict: words('get keys values items pop update setdefault popitem clear copy fromkeys'),
  set: words('add remove discard union intersection difference update pop clear copy issubset issuperset symmetric_difference isdisjoint'),
  tuple: words('count index'),
  int: words('bit_length is_integer to_bytes'),
  float: words('is_integer'),
  file: words('read write readline readlines writelines close seek tell'),
};

/** What the learner may have meant by a method of another language or another type: type, method → what is there. */
export const OTHER_METHODS: { readonly [type: string]: { readonly [method: string]: string } } = {
  list: { push: 'append', add: 'append', addAll: 'extend', concat: 'extend', length: 'len()', size: 'len()', len: 'len()', contains: 'in', includes: 'in', indexOf: 'index', find: 'index', delete: 'remove', removeAt: 'pop', shift: 'pop', unshift: 'insert', sorted: 'sort', reversed: 'reverse', sum: 'sum()', max: 'max()', min: 'min()', join: 'str.join', map: 'map()', filter: 'filter()', split: 'str.split', get: '[…]', update: 'extend', put: 'append', insertAt: 'insert', empty: 'clear', foreach: 'for', forEach: 'for', shuffle: 'random.shuffle', print: 'print()', str: 'str()' },
  str: { length: 'len()', size: 'len()', len: 'len()', contains: 'in', includes: 'in', indexOf: 'find', toUpperCase: 'upper', toLowerCase: 'lower', uppercase: 'upper', lowercase: 'lower', toUpper: 'upper', toLower: 'lower', trim: 'strip', substring: '[…]', substr: '[…]', slice: '[…]', charAt: '[…]', reverse: '[::-1]', reversed: '[::-1]', append: '+', add: '+', concat: '+', push: '+', remove: 'replace', delete: 'replace', replaceAll: 'replace', sort: 'sorted()', toInt: 'int()', int: 'int()', parseInt: 'int()', isNumber: 'isdigit', isnumber: 'isdigit', isInt: 'isdigit', isLetter: 'isalpha', sum: 'sum()', print: 'print()', str: 'str()', decode: 'encode', has: 'in', pop: '[…]' },
  dict: { has_key: 'in', contains: 'in', has: 'in', hasOwnProperty: 'in', containsKey: 'in', append: '[…]', add: '[…]', push: '[…]', put: '[…]', set: '[…]', insert: '[…]', extend: 'update', iteritems: 'items', itervalues: 'values', iterkeys: 'keys', entries: 'items', length: 'len()', size: 'len()', len: 'len()', remove: 'pop', delete: 'pop', sort: 'sorted()', find: 'get', key: 'keys', value: 'values', item: 'items', index: 'get' },
  set: { append: 'add', push: 'add', insert: 'add', extend: 'update', contains: 'in', has: 'in', length: 'len()', size: 'len()', sort: 'sorted()', delete: 'remove', index: 'in', get: 'in' },
  tuple: { append: '+', add: '+', extend: '+', length: 'len()', len: 'len()', sort: 'sorted()', remove: 'list()', pop: 'list()', insert: 'list()', reverse: 'reversed()' },
  int: { length: 'len()', toString: 'str()', append: 'list', split: 'str()', upper: 'str()', lower: 'str()', strip: 'str()', isdigit: 'str()', round: 'round()', sqrt: 'math.sqrt', str: 'str()', format: 'str()', add: '+' },
  float: { round: 'round()', toFixed: 'round()', toString: 'str()', int: 'int()', str: 'str()', floor: 'math.floor', ceil: 'math.ceil', sqrt: 'math.sqrt', format: 'str()' },
};

/** Methods that change what they belong to, and give `None` back. */
export const GIVES_NOTHING = words('sort append extend insert remove reverse clear update add discard shuffle print close write_line');

/** Words of other languages at the beginning of a statement, and Python's own. */
export const FOREIGN_STATEMENTS: { readonly [word: string]: string } = {
  ...{ function: 'def', func: 'def', fun: 'def', fn: 'def', sub: 'def', void: 'def', define: 'def', method: 'def' },
  ...{ elseif: 'elif', elsif: 'elif', elsefi: 'elif' },
  ...{ switch: 'match', foreach: 'for', loop: 'while', until: 'while', do: 'while', repeat: 'for', unless: 'if', when: 'if' },
  ...{ catch: 'except', throw: 'raise', throws: 'raise', include: 'import', using: 'import', require: 'import', package: 'import' },
  ...{ struct: 'class', interface: 'class', end: '', echo: 'print', then: '', begin: '', public: '', private: '', static: '', protected: '' },
};

/** Words that other languages write before a new variable. */
export const DECLARING_WORDS = words('var let const int float double string String str char bool boolean auto dim Dim val long list dict');
