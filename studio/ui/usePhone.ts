import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is as narrow as a phone's: bars at the bottom, sheets, dialogs over everything. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
}
