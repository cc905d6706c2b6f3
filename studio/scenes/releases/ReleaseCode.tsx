import { Button, CopyButton } from '@mantine/core';
import type { Release } from '@parley/shared/api/releases';
import { IconCheck, IconCopy, IconDownload, IconPackageExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { codeQuery } from '../../api/releases.ts';
import { saveProject } from '../../code/saveProject.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Bone } from '../../ui/Bone.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import styles from './Releases.module.css';

/** The readable code of a version, to copy or to take away as a file. */
export function ReleaseCode({ release }: { release: Release }) {
  const { t } = useTranslation();
  const code = useQuery(codeQuery(release.id));
  if (code.data === undefined) {
    if (code.error) return <Failed text={`${t('versions.noCode')} ${sentenceOf(code.error)}`} onAgain={() => void code.refetch()} />;
    return <><div className={styles.codeBar}><Bone width={96} height={28} /><Bone width={96} height={28} /></div><Bone width="100%" height={320} radius={8} /></>;
  }
  return (
    <>
      <div className={styles.codeBar}>
        <CopyButton value={code.data}>{({ copied, copy }) => <Button size="sm" onClick={copy} leftSection={copied ? <IconCheck size={14} stroke={1.75} /> : <IconCopy size={14} stroke={1.75} />}>{copied ? t('share.copied') : t('versions.copyCode')}</Button>}</CopyButton>
        <Button size="sm" onClick={() => saveFile(code.data, `machine-v${release.no}.ts`, 'text/typescript')} leftSection={<IconDownload size={14} stroke={1.75} />}>{t('versions.download')}</Button>
        <Button size="sm" onClick={() => void saveProject({ release: release.id })} leftSection={<IconPackageExport size={14} stroke={1.75} />}>{t('code.project')}</Button>
      </div>
      <pre className={styles.code} tabIndex={0}>{code.data}</pre>
    </>
  );
}
