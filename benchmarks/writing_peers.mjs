// What alex or retext-equality finds in texts: [{text, markup}] in, [[start, end, rule], ...] for each out.
//
//     node writing_peers.mjs alex|retext-equality < texts.json
//
// Started by writing.py in a folder with the packages. Offsets go out in code points; theirs are UTF-16 units.

import {createRequire} from 'node:module'
import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'

const here = createRequire(`${process.cwd()}/`)
const load = (name) => import(pathToFileURL(here.resolve(name)).href)
const points = (text, units) => [...text.slice(0, units)].length

async function alex() {
  const {markdown, html, text: plain} = await load('alex')
  const ways = {markdown, html} // other markups are plain text to it
  return ({text, markup}) => (ways[markup] ?? plain)(text).messages.map((m) => [m.position, m.ruleId])
}

async function retextEquality() {
  const [{unified}, {default: parse}, {default: toRetext}, {default: english}, {default: equality}, {VFile}] =
    await Promise.all(['unified', 'remark-parse', 'remark-retext', 'retext-english', 'retext-equality', 'vfile'].map(load))
  const way = unified().use(parse).use(toRetext, unified().use(english).use(equality))
  return async ({text}) => {
    const file = new VFile(text)
    await way.run(way.parse(file), file)
    return file.messages.map((m) => [m.place, m.ruleId])
  }
}

const peer = await (process.argv[2] === 'alex' ? alex() : retextEquality())
const found = []
for (const one of JSON.parse(readFileSync(0, 'utf8'))) {
  const messages = await peer(one)
  found.push(messages.filter(([place]) => place?.start).map(([{start, end}, rule]) =>
    [points(one.text, start.offset), points(one.text, end.offset), rule]))
}
console.log(JSON.stringify(found))
