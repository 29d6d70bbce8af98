-- The made-up world as somebody who knows PostgreSQL would keep it: foreign keys, one index for each order and each way in.
-- `statement.speaker_id` is the favoured speaker, so that a page of one person's statements is one index range; `attribution`
-- holds every candidate. What a statement is about is a topic or a person, each a real foreign key.
create extension if not exists pg_trgm;

create table organization (id text collate "C" primary key, name text collate "C" not null, aliases text[] not null, description text);
create table topic (id text collate "C" primary key, name text collate "C" not null, aliases text[] not null, description text);
create table place (
  id text collate "C" primary key, name text collate "C" not null, latitude double precision, longitude double precision, country_code text
);
create table person (
  id text collate "C" primary key, name text collate "C" not null, aliases text[] not null, description text, wikidata_id text
);
create table membership (person_id text collate "C" not null, organization_id text collate "C" not null);
create table document (
  id text collate "C" primary key, title text, url text, genre text not null, language text, published_at date,
  publisher_id text collate "C"
);
create table statement (
  id text collate "C" primary key, text text not null, language text, said_at date, speech_act text, dataset text not null,
  speaker_id text collate "C", said_in_id text collate "C",
  words tsvector not null generated always as (to_tsvector('simple', text)) stored
);
create table attribution (
  statement_id text collate "C" not null, person_id text collate "C" not null, rank text not null, probability double precision
);
create table about (
  statement_id text collate "C" not null, topic_id text collate "C", person_id text collate "C", stance text,
  check (num_nonnulls(topic_id, person_id) = 1)
);
create table mention (statement_id text collate "C" not null, person_id text collate "C" not null);
create table response (statement_id text collate "C" not null, responds_to_id text collate "C" not null, kind text not null);
create table report (
  id text collate "C" primary key, statement_id text collate "C" not null, document_id text collate "C" not null,
  type text not null, text text not null, source_kind text not null, cue text, reported_at date
);
