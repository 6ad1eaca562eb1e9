/** What a file input takes for packs. Android knows no ending `.hornpack`: there such a file is of the last kind, and could not be chosen without it. */
export const PACKS = '.hornpack,.zip,application/octet-stream';
