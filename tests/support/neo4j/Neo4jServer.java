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
 * Starts a Neo4j for tests: {@code java -cp 'lib/*' Neo4jServer.java DIR PORT [PASSWORD]}; prints READY. Several ports, as {@code 20001,20002},
 * are as many servers that know nothing of each other, below DIR: what one of them has compiled serves all. It ends on SIGTERM, and when its
 * standard input closes, so that a test run that was killed leaves no server behind.
 */
public class Neo4jServer {
  public static void main(String[] args) throws Exception {
    var ports = args[1].split(",");
    for (var port : ports) start(ports.length == 1 ? Path.of(args[0]) : Path.of(args[0], port), port, args.length > 2 ? args[2] : null);
    System.out.println("READY");
    System.out.flush();
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static void start(Path home, String port, String password) {
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(port));
    var dbms = new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        // Otherwise routing and SHOW DATABASES name another address.
        .setConfig(BoltConnector.advertised_address, address)
        // With the default waits, SIGTERM takes ten seconds.
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(200))
        .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofMillis(200))
        .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
        .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.parse(System.getProperty("quoth.replanInterval", "PT10S")))
        .setConfig(GraphDatabaseSettings.auth_enabled, password != null)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .build();
    Runtime.getRuntime().addShutdownHook(new Thread(dbms::shutdown));
    if (password != null) setPassword(dbms.database("system"), password);
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
