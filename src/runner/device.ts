/** What is known of the machine; Node, which runs trusted code alone, tells nothing. */
export interface Device {
  readonly userAgent?: string;
  /** GiB, at most 8; Chromium alone tells. */
  readonly deviceMemory?: number;
}

export const device: Device = (globalThis as { navigator?: Device }).navigator ?? {};

/** How many warm sandboxes a device can hold, each some 80 MB for Python. Browsers that do not tell are mostly laptops. */
export function spareCount({ deviceMemory, userAgent }: Device): number {
  if (deviceMemory === undefined) return userAgent?.includes('Mobi') === true ? 2 : 3;
  return deviceMemory >= 4 ? 3 : deviceMemory >= 2 ? 2 : 1;
}
