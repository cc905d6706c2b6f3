-- Notes an effect of a running turn: first its intent (p_result null), then its result; a result once noted stays. ok = false:
-- the lane belongs to somebody else now and nothing was noted.
create function lanes.journal_1(p_lane uuid, p_fence bigint, p_seq bigint, p_ordinal integer, p_action text, p_result json, p_now timestamptz,
  out ok boolean, out interrupt smallint)
language plpgsql as $$
begin
  select l.interrupt into interrupt from lanes.lanes l
    where l.lane = p_lane and l.fence = p_fence and l.owner is not null -- rule: fence in journal
    for no key update;
  ok := found;
  if not ok then return; end if;
  insert into lanes.journal as j (lane, seq, ordinal, action, result, created_at) values (p_lane, p_seq, p_ordinal, p_action, p_result, p_now)
    on conflict (lane, seq, ordinal) do update set result = coalesce(j.result, excluded.result);
end $$;
