-- Internal: begins the lane's next session at p_at, pinned to p_release; what is known about the contact goes along. An earlier
-- session that is still open has expired by then.
create function lanes.begin_1(p_lane uuid, p_before bigint, p_at timestamptz, p_release uuid, out session_no bigint, out host json)
language plpgsql as $$
declare
  l record;
begin
  host := '{}';
  if p_before > 0 then
    select x.host into host from lanes.sessions x where x.lane = p_lane and x.no = p_before;
    host := case when host -> 'contact' is null then '{}'::json else json_build_object('contact', host -> 'contact') end;
    update lanes.sessions x set ended_at = coalesce(x.expires_at, p_at), ended = 'expired' where x.lane = p_lane and x.no = p_before and x.ended_at is null;
  end if;
  session_no := p_before + 1;
  update lanes.lanes x set session_no = p_before + 1, timer_at = null where x.lane = p_lane returning x.bot, x.channel, x.contact into l;
  insert into lanes.sessions (lane, no, bot, channel, contact, release, started_at, last_at, host)
    values (p_lane, session_no, l.bot, l.channel, l.contact, p_release, p_at, p_at, host);
end $$;
