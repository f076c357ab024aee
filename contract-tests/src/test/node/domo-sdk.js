'use strict';

// Calls Domo's official SDK for Node as its users do. The last line of the output contains the results as JSON.
const zlib = require('zlib');
const { DomoClient } = require('domo-sdk');

const { SANDBOX_HOST, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } = process.env;
const domo = new DomoClient(SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, undefined, SANDBOX_HOST);
const schema = {
  columns: [
    { type: 'STRING', name: 'harbour' },
    { type: 'LONG', name: 'berths' },
  ],
};

/** Returns the status and the message of a rejected request. */
async function rejection(promise) {
  try {
    await promise;
  } catch (failure) {
    return { status: failure.error.statusCode, message: failure.error.error.message };
  }
  throw new Error('The request was not rejected');
}

async function users() {
  const user = { name: 'Grace Lime', email: 'grace.lime@northwind.example', role: 'Privileged' };
  const created = await domo.users.create(user);
  await domo.users.update(created.id, { ...user, title: 'Harbour pilot' });
  const got = await domo.users.get(created.id);
  const duplicate = await rejection(domo.users.create(user, false));
  const leaver = await domo.users.create({ ...user, email: 'leaver@northwind.example' }, false);
  await domo.users.delete(leaver.id);
  const list = await domo.users.list(50, 0);
  return { id: created.id, title: got.title, duplicate, deletedId: leaver.id, listed: list.map((each) => each.id) };
}

async function groups(userId) {
  const created = await domo.groups.create({ name: 'Pilots', default: false });
  await domo.groups.addUser(created.id, userId);
  const members = await domo.groups.listUsers(created.id, 50, 0);
  const notEmpty = await rejection(domo.groups.delete(created.id));
  await domo.groups.removeUser(created.id, userId);
  await domo.groups.update(created.id, { name: 'Harbour pilots', active: false });
  const inactive = await rejection(domo.groups.addUser(created.id, userId));
  const renamed = await domo.groups.get(created.id);
  const listed = (await domo.groups.list(50, 0)).map((each) => each.name);
  await domo.groups.delete(created.id);
  const deleted = await rejection(domo.groups.get(created.id));
  return { members, notEmpty, inactive, renamed, listed, deleted };
}

async function dataSets() {
  const created = await domo.datasets.create({ name: 'Harbours', description: 'of the coast', schema });
  await domo.datasets.importData(created.id, 'Leith,"12"\n"Ayr, old",\n');
  const exported = await domo.datasets.exportData(created.id, true);
  const updated = await domo.datasets.update(created.id, { name: 'Harbours of the coast' });
  const got = await domo.datasets.get(created.id);
  const listed = (await domo.datasets.list(50, 0, 'name')).map((each) => each.name);
  const spare = await domo.datasets.create({ name: 'Spare', schema });
  await domo.datasets.delete(spare.id);
  const deleted = await rejection(domo.datasets.get(spare.id));
  return { id: created.id, exported, updated: updated.name, rows: got.rows, schema: got.schema, listed, deleted };
}

async function policies(dataSetId, userId) {
  const policy = {
    name: 'Leith only',
    type: 'user',
    users: [userId],
    groups: [],
    filters: [{ column: 'harbour', operator: 'EQUALS', not: false, values: ['Leith'] }],
  };
  const created = await domo.policies.create(dataSetId, policy);
  await domo.policies.update(dataSetId, created.id, { ...policy, name: 'Not Leith', filters: [{ ...policy.filters[0], not: true }] });
  const got = await domo.policies.get(dataSetId, created.id);
  const listed = (await domo.policies.list(dataSetId)).map((each) => each.name);
  await domo.policies.delete(dataSetId, created.id);
  const remaining = (await domo.policies.list(dataSetId)).map((each) => each.name);
  return { created, got, listed, remaining };
}

async function streams() {
  const created = await domo.streams.create({ dataSet: { name: 'Arrivals', schema }, updateMethod: 'APPEND' });
  const found = await domo.streams.search([`dataSource.id:${created.dataSet.id}`]);
  const first = await domo.streams.createExecution(created.id);
  await domo.streams.abort(created.id, first.id);
  await domo.streams.createExecution(created.id);
  await domo.streams.abort(created.id);
  const third = await domo.streams.createExecution(created.id);
  await domo.streams.uploadPart(created.id, third.id, 1, 'Leith,1\n');
  await domo.streams.uploadCompressedPart(created.id, third.id, 2, zlib.gzipSync('Ayr,2\nWick,3\n'));
  const committed = await domo.streams.commit(created.id, third.id);
  const done = await domo.streams.getExecution(created.id, third.id);
  const states = (await domo.streams.listExecutions(created.id, 50, 0)).map((each) => each.currentState);
  await domo.streams.update(created.id, { updateMethod: 'REPLACE' });
  const got = await domo.streams.get(created.id);
  const listed = (await domo.streams.list()).map((each) => each.id);
  const spare = await domo.streams.create({ dataSet: { name: 'Spare arrivals', schema }, updateMethod: 'REPLACE' });
  await domo.streams.delete(spare.id);
  const deleted = await rejection(domo.streams.get(spare.id));
  return {
    id: created.id,
    dataSet: got.dataSet.id,
    found: found.map((each) => each.id),
    committed: committed.currentState,
    done: done.currentState,
    states,
    updateMethod: got.updateMethod,
    listed,
    deleted,
    spareDataSet: spare.dataSet.id,
  };
}

async function main() {
  const results = { users: await users() };
  results.groups = await groups(results.users.id);
  results.dataSets = await dataSets();
  results.policies = await policies(results.dataSets.id, results.users.id);
  results.streams = await streams();
  console.log(`\n${JSON.stringify(results)}`);
}

main().catch((failure) => {
  console.error(failure, failure.error && failure.error.message);
  process.exit(1);
});
