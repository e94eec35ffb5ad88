import type { Host, Router, Town } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { changeHost, changeLink, changeRouter, rename, setAddress } from '../../experiment/townChanges';
import { join, type Place, remove } from '../../experiment/townEdits';
import type { TownFile } from '../../experiment/townFile';
import { parseAddress } from '../../wire/address';
import type { FieldSpec } from './fieldSpec';
import { linkFields } from './linkFields';
import { forwardsText, parseForwards, parseSockets, socketsText } from './socketsText';

/** What can be changed about a house or road; `follow` hears of a new name. */
export function placeFields(
  { kind, id }: Place,
  file: TownFile,
  follow: (id: string) => void,
): readonly FieldSpec<TownFile>[] {
  const { town } = file.experiment;
  if (kind === 'link') {
    const link = town.links.find((one) => one.id === id);
    return link
      ? linkFields(link, town).map((spec) => written(spec, (changed) => changeLink(file, id, () => changed)))
      : [];
  }
  const nodes = [...town.hosts, ...town.routers];
  const node = nodes.find((one) => one.id === id);
  if (!node) return [];
  const common: readonly FieldSpec<TownFile>[] = [
    {
      kind: 'text',
      key: 'name',
      value: id,
      check: (text) => nameProblem(text, id, nodes),
      write: (name) => {
        follow(name);
        return rename(file, id, name);
      },
    },
    {
      kind: 'text',
      key: 'address',
      value: node.address,
      check: (text) => (parseAddress(text.trim()) === undefined ? 'address' : null),
      write: (text) => setAddress(file, id, text.trim()),
    },
  ];
  const host = town.hosts.find((one) => one.id === id);
  if (host) return [...common, roadField(file, host), ...hostFields(host).map((spec) => ofHost(file, spec))];
  const router = town.routers.find((one) => one.id === id)!;
  return [
    ...common,
    ...routerFields(router, town).map((spec) =>
      written(spec, (changed) => changeRouter(file, id, () => changed)),
    ),
  ];
}

function ofHost(file: TownFile, spec: FieldSpec<Host>): FieldSpec<TownFile> {
  return written(spec, (changed) => changeHost(file, changed.id, () => changed));
}

/** Where the one road of a computer leads. */
function roadField(file: TownFile, { id, link }: Host): FieldSpec<TownFile> {
  const { hosts, routers, links } = file.experiment.town;
  const at = links.find((one) => one.id === link);
  const ends = [...hosts, ...routers].filter((one) => one.id !== id).map((one) => ({ value: one.id }));
  return {
    kind: 'choice',
    key: 'road',
    value: at ? (at.from === id ? at.to : at.from) : '',
    options: [{ value: '' }, ...ends],
    write: (to) => (to === '' ? remove(file, { kind: 'link', id: link }) : (join(file, id, to) ?? file)),
  };
}

function hostFields(host: Host): readonly FieldSpec<Host>[] {
  return [
    {
      kind: 'text',
      key: 'filters',
      value: socketsText(host.filters ?? []),
      check: (text) => (parseSockets(text) ? null : 'doors'),
      write: (text) => {
        const { filters: _filters, ...rest } = host;
        const filters = parseSockets(text) ?? [];
        return filters.length === 0 ? rest : { ...rest, filters };
      },
    },
  ];
}

const SECOND_NS = 1_000_000_000;
const MS = 1_000_000;
/** Mappings of UDP live so long at least (RFC 4787 §4.3). */
const NAT_IDLE_NS = 120 * SECOND_NS;

function routerFields(router: Router, { links }: Town): readonly FieldSpec<Router>[] {
  const { id, nat } = router;
  const own = links.filter(({ from, to }) => from === id || to === id).map((link) => ({ value: link.id }));
  const fields: FieldSpec<Router>[] = [
    {
      kind: 'choice',
      key: 'natOutside',
      value: nat?.outside ?? '',
      options: [{ value: '' }, ...own],
      write: (outside) => {
        const { nat: before, ...rest } = router;
        if (outside === '') return rest;
        return { ...rest, nat: { idleNs: NAT_IDLE_NS, forwards: [], ...before, outside } };
      },
    },
  ];
  if (nat) {
    fields.push(
      {
        kind: 'number',
        key: 'natIdle',
        value: nat.idleNs,
        unit: MS,
        least: LIMITS.shortestTimerNs,
        most: LIMITS.timerNs,
        write: (idleNs) => ({ ...router, nat: { ...nat, idleNs: Math.round(idleNs) } }),
      },
      {
        kind: 'text',
        key: 'natForwards',
        value: forwardsText(nat.forwards),
        check: (text) => (parseForwards(text) ? null : 'forwards'),
        write: (text) => ({ ...router, nat: { ...nat, forwards: parseForwards(text) ?? nat.forwards } }),
      },
    );
  }
  const silent: FieldSpec<Router> = {
    kind: 'switch',
    key: 'silent',
    value: router.silent ?? false,
    write: (isOn) => {
      const { silent: _silent, ...rest } = router;
      return isOn ? { ...rest, silent: true } : rest;
    },
  };
  return [...fields, silent];
}

function nameProblem(
  text: string,
  id: string,
  nodes: readonly { readonly id: string }[],
): 'name' | 'nameTaken' | null {
  if (text.trim() === '' || text.length > LIMITS.idCharacters) return 'name';
  return text !== id && nodes.some((node) => node.id === text) ? 'nameTaken' : null;
}

/** A field of a part as one of the whole. */
function written<Part>(spec: FieldSpec<Part>, into: (part: Part) => TownFile): FieldSpec<TownFile> {
  switch (spec.kind) {
    case 'number':
      return { ...spec, write: (value: number) => into(spec.write(value)) };
    case 'text':
      return { ...spec, write: (value: string) => into(spec.write(value)) };
    case 'choice':
    case 'address':
      return { ...spec, write: (value: string) => into(spec.write(value)) };
    case 'switch':
      return { ...spec, write: (value: boolean) => into(spec.write(value)) };
  }
}
