// A Relay client in small: a query, a fragment, and a connection that is paged through. Only compiled, never run.
import { graphql } from "relay-runtime";

export const query = graphql`
  query peopleQuery($first: Int!, $after: String) {
    ...people_list @arguments(first: $first, after: $after)
  }
`;

export const list = graphql`
  fragment people_list on Query
  @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" })
  @refetchable(queryName: "peopleListQuery") {
    people(first: $first, after: $after) @connection(key: "people_people") {
      edges {
        node {
          id
          ...people_person
        }
      }
    }
  }
`;

export const person = graphql`
  fragment people_person on Person {
    name
    said(first: 3) {
      totalCount
      edges {
        node {
          text
        }
      }
    }
  }
`;
