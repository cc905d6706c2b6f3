import { Bone } from '../ui/Bone.tsx';

/** Lines that are not there yet. */
export function CodeBones() {
  return <div style={{ padding: 12, display: 'grid', gap: 8 }}>{Array.from({ length: 14 }, (_, row) => <Bone key={row} width={`${70 - (row % 4) * 14}%`} height={12} />)}</div>;
}
