/** Lets keys and clicks through in the middle of a long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
