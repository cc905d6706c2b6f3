import { sentenceOf } from '../api/ApiFailure.ts';
import { makeTestVisitor } from '../api/bots.ts';
import { paths } from '../app/paths.ts';
import { toastError } from '../ui/toast.tsx';

/** Opens the chat of a bot in a tab of its own as a new contact that is marked as an author's test; a failure is said here. */
export async function tryBot({ id, slug }: { id: string; slug: string }): Promise<void> {
  // At once, within the press: a browser opens no tab for an answer that comes later.
  const tab = window.open('about:blank', '_blank');
  try {
    const { visitor } = await makeTestVisitor(id);
    // Behind the #, the token is in no log.
    tab?.location.replace(`${paths.chat(slug)}#test=${visitor}`);
  } catch (error) {
    tab?.close();
    toastError(sentenceOf(error));
  }
}
