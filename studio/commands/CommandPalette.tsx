import { Modal } from '@mantine/core';
import { IconArrowRight, IconBolt, IconNote, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { botQuery } from '../api/bots.ts';
import { useDesigner, useFlowNames, useUi } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { takeFocus } from '../ui/takeFocus.ts';
import { commandList } from './commandList.ts';
import type { Command } from './list/command.ts';
import { findCommands, rememberCommand } from './findCommands.ts';
import styles from './CommandPalette.module.css';

const groups = ['goTo', 'add', 'do'] as const;
const icons = { goTo: IconArrowRight, add: IconPlus, do: IconBolt };

/** Everything by name (Ctrl K): places, nodes to add, things to do; what was used lately comes first. */
export function CommandPalette() {
  const { ui } = useDesigner();
  const opened = useUi((state) => state.commands);
  return (
    <Modal opened={opened} onClose={() => ui.setState({ commands: false })} size={600} withCloseButton={false} padding={0} yOffset="18vh" centered={false} returnFocus={false} transitionProps={{ duration: 0 }} classNames={{ content: styles.content ?? '' }} styles={{ body: { padding: 0 } }}>
      {opened && <Palette onDone={() => ui.setState({ commands: false })} />}
    </Modal>
  );
}

function Palette({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const names = useFlowNames();
  const bot = useQuery(botQuery(desk.book.botId)).data;
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  // Where the keyboard was: the search takes it before the dialog could remember.
  const [from] = useState(() => document.activeElement);
  useEffect(() => () => { if (from instanceof HTMLElement) from.focus({ preventScroll: true }); }, [from]);
  const commands = useMemo(() => commandList(desk, names, bot), [desk, names, bot]);
  const found = useMemo(() => findCommands(commands, search), [commands, search]);
  const rows = groups.flatMap((group) => found.filter((command) => command.group === group));
  const run = (command: Command | undefined): void => {
    if (!command || command.why) return;
    rememberCommand(command.id);
    onDone();
    // After the dialog has given the focus back.
    setTimeout(command.run, 0);
  };
  return (
    <div role="presentation" onKeyDown={(event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && rows.length > 0) {
        event.preventDefault();
        const next = (at + step + rows.length) % rows.length;
        setAt(next);
        document.getElementById(`command-${next}`)?.scrollIntoView({ block: 'nearest' });
      }
      if (event.key === 'Enter') {
        event.preventDefault();
        run(rows[at]);
      }
    }}>
      <label className={styles.input}>
        <IconSearch size={18} stroke={1.75} aria-hidden="true" />
        <input data-autofocus ref={takeFocus} role="combobox" aria-expanded="true" aria-controls="commands" aria-activedescendant={rows[at] ? `command-${at}` : undefined} aria-label={t('command.search')} placeholder={t('command.search')} value={search} onChange={(event) => { setSearch(event.currentTarget.value); setAt(0); }} />
        <kbd>Esc</kbd>
      </label>
      <div id="commands" role="listbox" aria-label={t('command.name')} className={styles.list}>
        {groups.map((group) => {
          const members = rows.filter((command) => command.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={t(`command.${group}`)}>
              <h3 role="presentation">{t(`command.${group}`)}</h3>
              {members.map((command) => {
                const index = rows.indexOf(command);
                return (
                  <button key={command.id} id={`command-${index}`} type="button" role="option" tabIndex={-1} aria-selected={index === at} aria-disabled={command.why !== undefined} className={styles.row} onMouseMove={() => setAt(index)} onClick={() => run(command)}>
                    <Glyph command={command} /><span>{command.text}</span><span className={`${styles.hint} cut`}>{command.why ?? command.hint}</span>{command.keys && <kbd>{command.keys}</kbd>}
                  </button>
                );
              })}
            </div>
          );
        })}
        {rows.length === 0 && <p className={styles.none}>{t('command.none', { search })}</p>}
      </div>
    </div>
  );
}

function Glyph({ command }: { command: Command }) {
  const { nodeTypes } = useDesigner();
  const type = command.icon ? nodeTypes[command.icon] : undefined;
  if (type) return <Tile family={type.group} size={20}><NodeIcon name={type.icon} size={13} /></Tile>;
  const Icon = command.id === 'add:note' ? IconNote : icons[command.group];
  return <Tile family="plain" size={20}><Icon size={13} stroke={1.75} /></Tile>;
}
