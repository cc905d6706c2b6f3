import type { DialogName } from '@parley/shared/machine/action';
import { consentDialog } from './consent.ts';
import type { Dialog } from './dialog.ts';
import { languageDialog } from './language.ts';
import { resetDialog } from './reset.ts';

/** The dialogs every bot has, by name. */
export const dialogs: Readonly<Record<DialogName, Dialog>> = { consent: consentDialog, language: languageDialog, reset: resetDialog };
