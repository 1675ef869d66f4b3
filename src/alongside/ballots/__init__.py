"""Sealed ballots: answers of people who had a seat, of whom nobody can tell whose answer is whose.

A campaign is a set of people, each with a *group*, who are asked the same at the same time. It knows nothing of what
they are asked. In order:

1. Everybody who has a seat fetches one *pass*: a random number that the server signs without seeing it (RFC 9474).
2. When no more passes are given out, passes can be spent, at an address of its own that knows no sign-in. A ballot is
   sealed in the browser before it is sent.
3. Two trustees open the ballots together, once, after the last day. They come out in an order drawn by chance.

What this promises, and what it does not: docs/decisions/0014-blind-signatures-and-two-trustees.md.
"""
