/**
 * Libraries ask for it when they are loaded, and graphql-js looks at every value twice without it. Whoever sets it to something else means that.
 * To be imported before anything else.
 */
process.env["NODE_ENV"] ??= "production";
