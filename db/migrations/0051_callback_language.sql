-- The language the contact reads, so that the page at the address speaks it too. Null = an address from before it was kept.
alter table parley.callback_references add column language text;
