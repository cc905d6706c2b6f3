import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { nodeTypes } from '@parley/shared/nodes/index';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useStore } from 'zustand';
import { credentialsQuery } from '../../api/credentials.ts';
import { pluginsQuery } from '../../api/plugins.ts';
import { servedRolesQuery } from '../../api/models.ts';
import { meQuery } from '../../api/queries.ts';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { paths } from '../../app/paths.ts';
import { DesignerProvider } from '../../store/designerContext.ts';
import type { DesignerContext } from '../../store/designerContext.ts';
import { trailTo } from '../../store/uiStore.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { toast } from '../../ui/toast.tsx';
import { random } from './random.ts';
import { DesignerBones } from './DesignerBones.tsx';
import { DesignerLayout } from './DesignerLayout.tsx';
import { useWorkshop } from './useWorkshop.ts';
import type { Workshop } from './useWorkshop.ts';

/** The designer of one bot; the flow in the address is the one that is drawn. */
export function Designer() {
  const { t } = useTranslation();
  const { botId = '', flowId = '' } = useParams();
  const { workshop, error, retry } = useWorkshop(botId);
  if (error) return <ErrorState title={t('page.failed')} text={t('designer.failed')} details={sentenceOf(error)} action={<Button onClick={retry}>{t('common.tryAgain')}</Button>} />;
  if (!workshop) return <DesignerBones />;
  return <Opened workshop={workshop} flowId={flowId} />;
}

function Opened({ workshop, flowId }: { workshop: Workshop; flowId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useQuery(meQuery);
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false });
  const flows = useStore(workshop.book.flows);
  const entry = flows[flowId];
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const knownMay = useRef<boolean>(undefined);
  useEffect(() => {
    if (!me.data) return;
    if (knownMay.current !== undefined && knownMay.current !== mayEdit) toast(t(mayEdit ? 'together.editAgain' : 'together.lookNow'));
    knownMay.current = mayEdit;
  }, [me.data, mayEdit, t]);
  const { book, ui, proof, path, pointing } = workshop;
  const [search] = useSearchParams();
  const linked = search.has('history');
  // A link to a moment opens the history; it looks for the moment itself.
  useEffect(() => { if (linked) ui.setState({ view: 'history' }); }, [linked, ui]);
  const credentials = useQuery(credentialsQuery(book.botId));
  const known = credentials.data?.items;
  const models = useQuery(servedRolesQuery).data?.roles;
  const plugins = useQuery(pluginsQuery).data?.items;
  useEffect(() => {
    if (known || models || plugins) proof.know({ ...(plugins && { plugins: plugins.map(({ definition }) => definition) }), ...(known && { credentials: known.map(({ id, name, hosts }) => ({ id, name, hosts })) }), ...(models && { models }) });
  }, [known, models, plugins, proof]);
  const context = useMemo((): DesignerContext | undefined => entry && ({
    book, flowId, store: entry.store, ui, proof, path, pointing, nodeTypes, random, editable: wide && mayEdit,
    openFlow: (id, by) => {
      const { trail } = ui.getState();
      ui.setState({ selection: [], edge: undefined, connecting: undefined, adding: undefined, menu: undefined, trail: by === undefined ? trailTo(trail, id) : [...trailTo(trail, flowId), { flow: flowId, node: by, to: id }] });
      void navigate(paths.designer(book.botId, id));
    },
  }), [entry, book, flowId, ui, proof, path, pointing, wide, mayEdit, navigate]);
  if (!context) return <ErrorState title={t('page.missing')} text={t('page.missingHelp')} action={flows[book.main] ? <Button onClick={() => void navigate(paths.designer(book.botId, book.main))}>{t('designer.toMain')}</Button> : <Button onClick={() => void navigate(paths.bots)}>{t('page.toBots')}</Button>} />;
  return <DesignerProvider value={context}><DesignerLayout /></DesignerProvider>;
}
