import { cpSync } from 'node:fs'
import path from 'node:path'
import type { Place } from '../../typings/documents'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import { crowd, openSession } from './crowd'
import type { Figure } from './figure'

const INSTANCES = 4
const LATENCY_MS = 15
const REQUESTS = 2_000
const PLACES = 100
const IN_FLIGHT = 200

interface Answer {
  ok: boolean
  code?: string
}

/** 2,000 requests for 100 places; the same with three taps each; the same with instances killed meanwhile. */
export async function signUpFigures(): Promise<Figure[]> {
  // inside the project: the functions find the SDK as they do in the cloud, in a node_modules above them
  const functions = path.join(__dirname, 'functions')
  cpSync(path.resolve(__dirname, '../cloudfunctions'), functions, { recursive: true })
  cpSync(path.resolve(__dirname, '../../tests/bench/functions'), functions, { recursive: true })
  const cloud = await startTestCloud({ functions, instances: INSTANCES, latencyMs: LATENCY_MS })
  try {
    const people = await crowd(cloud, REQUESTS)
    await warm(cloud, people)
    const bare = await rate(REQUESTS, i => cloud.call('bare', people[i], { id: `bench-${i}` }))
    const rush = await burst(cloud, people, 'rush', 1)
    const half = people.slice(0, REQUESTS / 2)
    const winners = await burst(cloud, half, 'roomy', 1, half.length)
    const crowded = await burst(cloud, people, 'large', 1, half.length)
    const taps = await burst(cloud, people.slice(0, REQUESTS / 3), 'taps', 3)
    const killed = await burst(cloud, people, 'killed', 1, PLACES, REQUESTS / 100)
    const bad = [rush, winners, crowded, taps, killed]
    return [
      { name: 'signup.calls.win', value: rush.calls.OK ?? Number.NaN, unit: 'calls', budget: '<= 2' },
      { name: 'signup.calls.full', value: rush.calls.FULL ?? Number.NaN, unit: 'calls', budget: '<= 0.2' },
      { name: 'signup.vs.add', value: rush.perSecond / bare, unit: '×', budget: '>= 0.8' },
      { name: 'signup.vs.add.allWin', value: winners.perSecond / bare, unit: '×' },
      {
        name: 'signup.calls.full.1000',
        value: crowded.calls.FULL ?? Number.NaN,
        unit: 'calls',
        budget: '<= 0.2',
      },
      { name: 'signup.oversold', value: sum(bad.map(run => run.oversold)), unit: 'places', budget: '= 0' },
      {
        name: 'signup.duplicates',
        value: sum(bad.map(run => run.duplicates)),
        unit: 'people',
        budget: '= 0',
      },
      { name: 'signup.lost', value: sum(bad.map(run => run.lost)), unit: 'places', budget: '= 0' },
      {
        name: 'signup.unsold',
        value: sum([rush, winners, crowded, taps, killed].map(run => run.unsold)),
        unit: 'places',
        budget: '= 0',
      },
    ]
  } finally {
    await cloud.stop()
  }
}

/** Every instance is started and has read the keys and the settings before anything is measured. */
async function warm(cloud: TestCloud, people: readonly string[]) {
  const session = await openSession(cloud, 'warm', INSTANCES * 4)
  await Promise.all(
    people
      .slice(0, INSTANCES * 4)
      .flatMap((openid, i) => [
        cloud.call('bare', openid, { id: `warm-${i}` }),
        cloud.call('activity', openid, signUp(session)),
      ]),
  )
}

/** People look at the page before they tap: that is how an instance comes to know the session and its rules. */
async function look(cloud: TestCloud, people: readonly string[], session: string) {
  const event = { action: 'detail', input: { activityId: session.replace(/^se_/, 'ac_') } }
  await Promise.all(people.slice(0, INSTANCES * 4).map(openid => cloud.call('activity', openid, event)))
}

const signUp = (sessionId: string) => ({ action: 'signUp', input: { sessionId, rulesVersion: 1 } })

/**
 * `people` want `places` places, each tapping `taps` times at once. `kills` instances die after a database call meanwhile.
 * Who gets no answer taps again, as a person would.
 */
async function burst(
  cloud: TestCloud,
  people: readonly string[],
  name: string,
  taps: number,
  places = PLACES,
  kills = 0,
) {
  const session = await openSession(cloud, name, places)
  for (let i = 0; i < kills; i++)
    await cloud.faults.add({ function: 'activity', action: 'signUp', killAfterCall: 1 + (i % 2), times: 1 })
  await look(cloud, people, session)
  const before = cloud.lines.length
  const won = new Set<string>()
  const requests = people.length * taps
  const perSecond = await rate(requests, async i => {
    const openid = people[i % people.length] ?? ''
    const answer = await insist(() => cloud.call<Answer>('activity', openid, signUp(session)))
    if (answer.ok) won.add(openid)
    else if (answer.code !== 'FULL') throw new Error(`${name}: ${JSON.stringify(answer)}`)
  })
  const { data } = (await cloud.db
    .collection('places')
    .where({ pool: session, holder: cloud.db.command.neq('') })
    .limit(1000)
    .get()) as {
    data: Place[]
  }
  const held = data
  const holders = new Set(held.map(place => place.holder))
  return {
    perSecond,
    calls: meanCalls(cloud.lines.slice(before)),
    oversold: Math.max(0, won.size - places) + Math.max(0, held.length - places),
    duplicates: held.length - holders.size,
    /** Answered with a place and not in the database, or the other way round. */
    lost: Math.abs(won.size - held.length),
    unsold: places - held.length,
  }
}

async function insist(call: () => Promise<Answer>): Promise<Answer> {
  for (let turn = 0; ; turn++) {
    try {
      return await call()
    } catch (error) {
      if (turn === 5) throw error
    }
  }
}

/** Requests per second with IN_FLIGHT of them under way. */
async function rate(requests: number, one: (i: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let next = 0
  const worker = async () => {
    for (let i = next++; i < requests; i = next++) await one(i)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
  return requests / ((performance.now() - began) / 1000)
}

/** Database calls on average by answer, from the functions' own log lines. */
function meanCalls(lines: readonly string[]): Record<string, number> {
  const seen: Record<string, number[]> = {}
  for (const line of lines) {
    const at = line.indexOf('{')
    if (at < 0 || !line.includes('"signUp"')) continue
    const { code, calls } = JSON.parse(line.slice(at)) as { code: string; calls: number }
    ;(seen[code] ??= []).push(calls)
  }
  return Object.fromEntries(Object.entries(seen).map(([code, calls]) => [code, sum(calls) / calls.length]))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
