import { wordSet } from "./word-set";

/** A name or a thing follows these, never a new sentence; small, without the last stop. */
export const NEVER_LAST = wordSet(
  "mr mrs ms messrs dr prof sen sens rep reps gov gen col lt maj capt cpl sgt cmdr adm brig supt insp det hon rev fr mt ft pres " +
    "v vs cf viz e.g i.e approx ca mudr mvdr phdr judr rndr thdr ing mgr doc bc hr mme mlle dott z.b d.h bzw f.eks bl.a t.ex",
);

/** A number follows where these are meant, so before anything else they end a sentence; "No. I will not." has two. */
export const BEFORE_NUMBER = wordSet("no nos nr art arts p pp par para paras sec sect fig figs vol vols ch chap ed res op kap str č");

/** These stand at the end of a sentence as well as within: only a word that often begins one tells. */
export const MAY_BE_LAST = wordSet(
  "st jr sr inc corp co cos ltd llc bros assn dept univ ave blvd rd etc al esq ph.d m.d d.c a.m p.m est " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun kr mio mia mill",
);

/** English words that begin sentences and hardly ever go on with a name. */
export const STARTERS = wordSet(
  "the a an this that these those he she it they we you i his her its their our my your and but or so yet if when while as at by for " +
    "from in on of to with after before since because although though however there here what who why how where which " +
    "no not now then thus still also even all some many most both one let is are was were do does did will would can could should",
);

/** Languages that write "on the 3rd" as "3.", so that a number with a stop ends nothing. */
export const DOTTED_ORDINALS = wordSet("da de nb nn no cs sk sl hr sr bs hu fi et lv is fo");
