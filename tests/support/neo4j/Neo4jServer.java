import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Starts a Neo4j for tests: {@code java -cp 'lib/*' Neo4jServer.java DIR PORT [PASSWORD]}; prints READY. It ends on SIGTERM,
 * and when its standard input closes, so that a test run that was killed leaves no server behind.
 */
public class Neo4jServer {
  public static void main(String[] args) throws Exception {
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    var dbms = new DatabaseManagementServiceBuilder(Path.of(args[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        // Otherwise routing and SHOW DATABASES name another address.
        .setConfig(BoltConnector.advertised_address, address)
        // With the default waits, SIGTERM takes ten seconds.
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(200))
        .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofMillis(200))
        .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
        .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.parse(System.getProperty("quoth.replanInterval", "PT10S")))
        .setConfig(GraphDatabaseSettings.auth_enabled, args.length > 2)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .build();
    Runtime.getRuntime().addShutdownHook(new Thread(dbms::shutdown));
    if (args.length > 2) setPassword(dbms.database("system"), args[2]);
    System.out.println("READY");
    System.out.flush();
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  /** A second start in the same folder finds the password set, and Neo4j refuses to set the same one again. */
  private static void setPassword(GraphDatabaseService system, String password) {
    try {
      system.executeTransactionally("ALTER USER neo4j SET PASSWORD $p CHANGE NOT REQUIRED", Map.of("p", password));
    } catch (RuntimeException error) {
      if (String.valueOf(error.getMessage()).contains("cannot be the same")) return;
      error.printStackTrace();
      System.exit(1);
    }
  }
}
