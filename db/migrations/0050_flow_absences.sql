-- When a subflow was out of its bot before it came back, [{from, until}]: a moment in between is shown without it.
alter table parley.flows add column absences jsonb not null default '[]';
