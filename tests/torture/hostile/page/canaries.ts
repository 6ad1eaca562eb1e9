/** Whatever an app keeps: each place holds the same words, which must neither come out nor change. */
const NAME = 'canary';

export async function plantCanaries(words: string): Promise<void> {
  localStorage.setItem(NAME, words);
  sessionStorage.setItem(NAME, words);
  document.cookie = `${NAME}=${words}; SameSite=Lax`;
  document.title = words;
  window.name = words;
  document.body.append(Object.assign(document.createElement('p'), { id: NAME, textContent: words }));
  await (await caches.open(NAME)).put('/canary', new Response(words));
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(NAME, { create: true });
  const file = await handle.createWritable();
  await file.write(words);
  await file.close();
  const database = await openDatabase();
  await answered(database.transaction(NAME, 'readwrite').objectStore(NAME).put(words, 1));
  database.close();
}

/** All that is stored, as one text, to be compared with itself later. */
export async function readStorage(): Promise<string> {
  const databases = (await indexedDB.databases()).map(({ name, version }) => `${name ?? ''} ${version ?? 0}`).sort();
  const database = await openDatabase();
  const rows: unknown = await answered(database.transaction(NAME).objectStore(NAME).getAll());
  database.close();
  const cacheNames = (await caches.keys()).sort();
  const cached = await (await caches.match('/canary'))?.text();
  const folder = await navigator.storage.getDirectory();
  const files: string[] = [];
  for await (const name of folder.keys()) files.push(name);
  const file = await (await (await folder.getFileHandle(NAME)).getFile()).text();
  return JSON.stringify({
    databases,
    rows,
    cacheNames,
    cached,
    files: files.sort(),
    file,
    local: Object.entries(localStorage).sort(),
    session: Object.entries(sessionStorage).sort(),
    cookie: document.cookie,
    title: document.title,
    window: window.name,
    page: document.getElementById(NAME)?.textContent,
    hash: location.href,
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(NAME);
  return answered(request);
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
