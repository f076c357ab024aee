// Creates and lists DataSets and reads an execution with the client that is generated from the published description.
import {
  AuthenticationApi,
  Configuration,
  DataSetsApi,
  DataSetSort,
  GrantType,
  StreamsApi,
} from '../../../target/generated-test-sources/typescript';

declare const process: { env: Record<string, string | undefined> };

async function main(): Promise<void> {
  const basePath = process.env.DOMO_API_URL;
  const username = process.env.DOMO_CLIENT_ID;
  const password = process.env.DOMO_CLIENT_SECRET;
  const authentication = new AuthenticationApi(new Configuration({ basePath, username, password }));
  const token = await authentication.createAccessToken({ grantType: GrantType.ClientCredentials });
  const configuration = new Configuration({ basePath, accessToken: `Bearer ${token.accessToken}` });

  const dataSets = new DataSetsApi(configuration);
  const schema = { columns: [{ type: 'STRING', name: 'harbour' }] };
  await dataSets.createDataSet({ createDataSetRequest: { name: 'Tides', schema } });
  for (const { id = '' } of await dataSets.listDataSets({ sort: DataSetSort.NAME })) {
    const dataSet = await dataSets.getDataSet({ dataSetId: id });
    const columns = (dataSet.schema?.columns ?? []).map((column) => `${column.name} ${column.type}`);
    console.log(`${dataSet.name}: [${columns.join(', ')}]`);
  }
  const execution = await new StreamsApi(configuration).getExecution({ streamId: 1, executionId: 2 });
  console.log(`execution ${execution.id}: ${execution.currentState}`);
}

void main();
