<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>accounts::KeychainOperation</name>
    <message numerus="yes">
        <source>The system keychain did not answer within %n seconds. If it asks for its password in another window, enter it, then try again.</source>
        <translation>
            <numerusform>The system keychain did not answer within %n second. If it asks for its password in another window, enter it, then try again.</numerusform>
            <numerusform>The system keychain did not answer within %n seconds. If it asks for its password in another window, enter it, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::BucketFields</name>
    <message numerus="yes">
        <source>%n more in the JSON</source>
        <translation>
            <numerusform>%n more in the JSON</numerusform>
            <numerusform>%n more in the JSON</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::ConnectionTest</name>
    <message numerus="yes">
        <source>Signed in. %n project(s).</source>
        <translation>
            <numerusform>Signed in. %n project.</numerusform>
            <numerusform>Signed in. %n projects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::ErrorHint</name>
    <message numerus="yes">
        <source>Too many requests: wait %n second(s), then retry.</source>
        <translation>
            <numerusform>Too many requests: wait %n second, then retry.</numerusform>
            <numerusform>Too many requests: wait %n seconds, then retry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas has a problem, and had it still after %n retries: try again later, and look at status.mongodb.com.</source>
        <translation>
            <numerusform>Atlas has a problem, and had it still after %n retry: try again later, and look at status.mongodb.com.</numerusform>
            <numerusform>Atlas has a problem, and had it still after %n retries: try again later, and look at status.mongodb.com.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::JobText</name>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%n in progress</numerusform>
            <numerusform>%n in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n successful</source>
        <translation>
            <numerusform>%n successful</numerusform>
            <numerusform>%n successful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in another state</source>
        <translation>
            <numerusform>%n in another state</numerusform>
            <numerusform>%n in another state</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Latest %n export job(s): %1</source>
        <translation>
            <numerusform>Latest export job: %1</numerusform>
            <numerusform>Latest %n export jobs: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::ProblemLog</name>
    <message numerus="yes">
        <source>Waiting %n second(s), then going on by itself.</source>
        <translation>
            <numerusform>Waiting %n second, then going on by itself.</numerusform>
            <numerusform>Waiting %n seconds, then going on by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::ProjectListModel</name>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::UsageText</name>
    <message numerus="yes">
        <source>%1 of %n cluster(s) could not be read.</source>
        <translation>
            <numerusform>%1 of %n cluster could not be read.</numerusform>
            <numerusform>%1 of %n clusters could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without backup</source>
        <translation>
            <numerusform>%n without backup</numerusform>
            <numerusform>%n without backup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flex cluster(s)</source>
        <translation>
            <numerusform>%n flex cluster</numerusform>
            <numerusform>%n flex clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone meanwhile</source>
        <translation>
            <numerusform>%n gone meanwhile</numerusform>
            <numerusform>%n gone meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used by %n cluster(s)</source>
        <translation>
            <numerusform>Used by %n cluster</numerusform>
            <numerusform>Used by %n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left-over export(s) block deletion too.</source>
        <translation>
            <numerusform>%n left-over export blocks deletion too.</numerusform>
            <numerusform>%n left-over exports block deletion too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the backup schedules: %1 of %n cluster(s)…</source>
        <translation>
            <numerusform>Reading the backup schedules: %1 of %n cluster…</numerusform>
            <numerusform>Reading the backup schedules: %1 of %n clusters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The jobs of %n cluster(s) could not be read.</source>
        <translation>
            <numerusform>The jobs of %n cluster could not be read.</numerusform>
            <numerusform>The jobs of %n clusters could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AccountBar</name>
    <message numerus="yes">
        <source>read %n minute(s) ago</source>
        <translation>
            <numerusform>read %n minute ago</numerusform>
            <numerusform>read %n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BucketCopy</name>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n ID(s)</source>
        <translation>
            <numerusform>Copy ID</numerusform>
            <numerusform>Copy %n IDs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTab</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfilesPage</name>
    <message numerus="yes">
        <source>%n profile(s) cannot be used</source>
        <translation>
            <numerusform>%n profile cannot be used</numerusform>
            <numerusform>%n profiles cannot be used</numerusform>
        </translation>
    </message>
</context>
</TS>
