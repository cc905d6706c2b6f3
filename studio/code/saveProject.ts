import i18next from 'i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { askFile } from '../api/client.ts';
import { saveFile } from '../ui/saveFile.ts';
import { toast, toastError } from '../ui/toast.tsx';

/** Saves a draft or a release as a project that runs on plain xstate, and says so. */
export async function saveProject(of: { bot: string } | { release: string }): Promise<void> {
  try {
    const { content, name } = await askFile('bot' in of ? `/bots/${of.bot}/project` : `/releases/${of.release}/project`);
    saveFile(content, name);
    toast(i18next.t('code.projectSaved', { name }));
  } catch (error) {
    toastError(i18next.t('code.projectFailed', { why: sentenceOf(error) }));
  }
}
