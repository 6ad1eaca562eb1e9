import { useCallback, useState } from 'react';

/** Throws while rendering, so that what went wrong in an effect reaches the error screen. */
export function useThrow(): (error: unknown) => void {
  const [, setState] = useState(null);
  return useCallback((error: unknown) => {
    setState(() => {
      throw error;
    });
  }, []);
}
