import { useSyncExternalStore } from 'react';
import { guess, media } from '../../app/where.ts';

const narrow = media('(width < 48rem)', () => guess.isPhone);

/** Whether the screen is a phone's, or as enlarged as if it were. */
export const useNarrow = (): boolean => useSyncExternalStore(narrow.onChange, narrow.matches, narrow.guessed);
