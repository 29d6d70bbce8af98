-- After the rows, since an index that is built at once is built faster.
alter table membership add primary key (person_id, organization_id);
alter table membership add foreign key (person_id) references person, add foreign key (organization_id) references organization;
create index on membership (organization_id, person_id);
create index on person (name, id);
create index on person using gin (name gin_trgm_ops);
alter table document add foreign key (publisher_id) references organization;
create index on document (publisher_id);
alter table statement add foreign key (speaker_id) references person, add foreign key (said_in_id) references place;
create index on statement (said_at desc, id desc);
create index on statement (speaker_id, said_at desc, id desc);
create index on statement (said_in_id);
create index on statement using gin (words);
alter table attribution add primary key (statement_id, person_id);
alter table attribution add foreign key (statement_id) references statement, add foreign key (person_id) references person;
create index on attribution (person_id, statement_id);
alter table about add column id bigint generated always as identity primary key;
alter table about add foreign key (statement_id) references statement, add foreign key (topic_id) references topic,
  add foreign key (person_id) references person;
create index on about (statement_id);
create index on about (topic_id, statement_id);
create index on about (person_id, statement_id);
alter table mention add primary key (statement_id, person_id);
alter table mention add foreign key (statement_id) references statement, add foreign key (person_id) references person;
create index on mention (person_id, statement_id);
alter table response add primary key (statement_id, responds_to_id);
alter table response add foreign key (statement_id) references statement, add foreign key (responds_to_id) references statement;
create index on response (responds_to_id);
alter table report add foreign key (statement_id) references statement, add foreign key (document_id) references document;
create index on report (statement_id);
create index on report (document_id);

-- What neither PostGraphile nor its plugins can ask, as functions, which it turns into fields.


create function search_statements(query text) returns setof statement language sql stable as $$
  select * from statement where words @@ plainto_tsquery('simple', query)
    order by ts_rank(words, plainto_tsquery('simple', query)) desc, id
$$;

create function search_statements_latest(query text) returns setof statement language sql stable as $$
  select * from statement where words @@ plainto_tsquery('simple', query) order by said_at desc, id desc
$$;

create function statement_headline(statement statement, query text) returns text language sql stable as $$
  select ts_headline('simple', statement.text, plainto_tsquery('simple', query))
$$;

create type speaker_month as (speaker_id text, month text, count integer);
create function count_by_speaker_and_month(topic text default null, first_rows integer default 100) returns setof speaker_month
language plpgsql stable as $$
begin
  -- Two texts, so that each is planned for what it does.
  if topic is null then
    return query select s.speaker_id, to_char(s.said_at, 'YYYY-MM'), count(*)::integer from statement s
      group by s.speaker_id, to_char(s.said_at, 'YYYY-MM') order by 3 desc, 1, 2 limit first_rows;
  else
    return query select s.speaker_id, to_char(s.said_at, 'YYYY-MM'), count(*)::integer
      from about a join statement s on s.id = a.statement_id where a.topic_id = topic
      group by s.speaker_id, to_char(s.said_at, 'YYYY-MM') order by 3 desc, 1, 2 limit first_rows;
  end if;
end $$;

create type speech_cell as (
  speaker_id text, speaker_name text, target_id text, target_name text, count integer, favour integer, against integer
);
create function who_spoke_about_whom(organization text default null, first_rows integer default 100) returns setof speech_cell
language plpgsql stable as $$
begin
  if organization is null then
    return query
      with cells as (
        select s.speaker_id as speaker, coalesce(a.topic_id, a.person_id) as target, count(*)::integer as n,
          count(*) filter (where a.stance = 'FAVOUR')::integer as pro, count(*) filter (where a.stance = 'AGAINST')::integer as con
        from about a join statement s on s.id = a.statement_id
        group by 1, 2 order by 3 desc, 1, 2 limit first_rows)
      select c.speaker, p.name, c.target, coalesce(t.name, q.name), c.n, c.pro, c.con from cells c
        join person p on p.id = c.speaker left join topic t on t.id = c.target left join person q on q.id = c.target
        order by c.n desc, c.speaker, c.target;
  else
    return query
      with cells as (
        select s.speaker_id as speaker, coalesce(a.topic_id, a.person_id) as target, count(*)::integer as n,
          count(*) filter (where a.stance = 'FAVOUR')::integer as pro, count(*) filter (where a.stance = 'AGAINST')::integer as con
        from membership m join statement s on s.speaker_id = m.person_id join about a on a.statement_id = s.id
        where m.organization_id = organization
        group by 1, 2 order by 3 desc, 1, 2 limit first_rows)
      select c.speaker, p.name, c.target, coalesce(t.name, q.name), c.n, c.pro, c.con from cells c
        join person p on p.id = c.speaker left join topic t on t.id = c.target left join person q on q.id = c.target
        order by c.n desc, c.speaker, c.target;
  end if;
end $$;

create type neighbour as (id text, name text, count integer);
create function person_neighbours(person person, first_rows integer default 20) returns setof neighbour language sql stable as $$
  with counted as (
    select a.topic_id, count(*)::integer as n from statement s join about a on a.statement_id = s.id
    where s.speaker_id = person.id and a.topic_id is not null
    group by a.topic_id order by 2 desc, 1 limit first_rows)
  select t.id, t.name, c.n from counted c join topic t on t.id = c.topic_id order by c.n desc, t.id
$$;

vacuum analyze;
