import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", { description: "Anything with an id (GraphQL Global Object Identification)." })
export abstract class NodeType {
  @Field(() => ID, {
    description: "Global, readable and permanent: `person:javad-zarif`, `statement:soleimani-2020/zarif-rogue-adventurism`.",
  })
  id!: string;
}
