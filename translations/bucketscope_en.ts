<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>accounts::KeychainOperation</name>
    <message numerus="yes">
        <source>The system keychain did not respond within %n seconds. If another window asks for the keychain password, enter it, then try again.</source>
        <translation>
            <numerusform>The system keychain did not respond within %n second. If another window asks for the keychain password, enter it, then try again.</numerusform>
            <numerusform>The system keychain did not respond within %n seconds. If another window asks for the keychain password, enter it, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::AllProjectsModel</name>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::BucketCountModel</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln buckets, %2</source>
        <extracomment>A bar: what it stands for, how many buckets that is, and their part of all.</extracomment>
        <translation>
            <numerusform>%1: %Ln bucket, %2</numerusform>
            <numerusform>%1: %Ln buckets, %2</numerusform>
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
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
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
    <name>browse::DuplicatesModel</name>
    <message numerus="yes">
        <source>%Ln more have unknown usage.</source>
        <translation>
            <numerusform>%Ln more have unknown usage.</numerusform>
            <numerusform>%Ln more have unknown usage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::ErrorHint</name>
    <message numerus="yes">
        <source>Too many requests. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Too many requests. Wait %n second, then try again.</numerusform>
            <numerusform>Too many requests. Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas still has problems after %n retries. Try again later, or check status.mongodb.com.</source>
        <translation>
            <numerusform>Atlas still has problems after %n retry. Try again later, or check status.mongodb.com.</numerusform>
            <numerusform>Atlas still has problems after %n retries. Try again later, or check status.mongodb.com.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::Inventory</name>
    <message numerus="yes">
        <source>%Ln bucket(s)</source>
        <translation>
            <numerusform>%Ln bucket</numerusform>
            <numerusform>%Ln buckets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln project(s), %2</source>
        <extracomment>e.g. 37 of 250 projects, 18,400 buckets</extracomment>
        <translation>
            <numerusform>%1 of %Ln project, %2</numerusform>
            <numerusform>%1 of %Ln projects, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln project(s)</source>
        <extracomment>e.g. 100,312 buckets in 250 projects</extracomment>
        <translation>
            <numerusform>%1 in %Ln project</numerusform>
            <numerusform>%1 in %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 of %Ln project(s)</source>
        <extracomment>e.g. 100,312 buckets in 248 of 250 projects</extracomment>
        <translation>
            <numerusform>%1 in %2 of %Ln project</numerusform>
            <numerusform>%1 in %2 of %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) not read</source>
        <translation>
            <numerusform>%Ln project not read</numerusform>
            <numerusform>%Ln projects not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) changed during loading</source>
        <translation>
            <numerusform>%Ln project changed during loading</numerusform>
            <numerusform>%Ln projects changed during loading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) with entries left out</source>
        <translation>
            <numerusform>%Ln project with entries left out</numerusform>
            <numerusform>%Ln projects with entries left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying %Ln project(s) in %1 s</source>
        <translation>
            <numerusform>Retrying %Ln project in %1 s</numerusform>
            <numerusform>Retrying %Ln projects in %1 s</numerusform>
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
    <name>browse::LastExportText</name>
    <message numerus="yes">
        <source>%1: the last %n export(s) failed, the newest at %2.</source>
        <translation>
            <numerusform>%1: the last export failed, at %2.</numerusform>
            <numerusform>%1: the last %n exports failed, the newest at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The exports of %n more cluster(s) fail too.</source>
        <translation>
            <numerusform>The exports of %n more cluster fail too.</numerusform>
            <numerusform>The exports of %n more clusters fail too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>browse::ProblemLog</name>
    <message numerus="yes">
        <source>Continues automatically in %n second(s).</source>
        <translation>
            <numerusform>Continues automatically in %n second.</numerusform>
            <numerusform>Continues automatically in %n seconds.</numerusform>
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
    <name>browse::UsageCell</name>
    <message numerus="yes">
        <source>%1 · %n left over</source>
        <extracomment>%1 is how many clusters use the bucket; of the others, the export settings are left over.</extracomment>
        <translation>
            <numerusform>%1 · %n left over</numerusform>
            <numerusform>%1 · %n left over</numerusform>
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
        <source>Used by %n cluster(s)</source>
        <translation>
            <numerusform>Used by %n cluster</numerusform>
            <numerusform>Used by %n clusters</numerusform>
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
    <message numerus="yes">
        <source>%n of them never export(s): the schedule takes no snapshots of the frequency that is exported.</source>
        <translation>
            <numerusform>%n of them never exports: the schedule takes no snapshots of the frequency that is exported.</numerusform>
            <numerusform>%n of them never export: the schedules take no snapshots of the frequency that is exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them export(s) nothing while paused.</source>
        <translation>
            <numerusform>%n of them exports nothing while paused.</numerusform>
            <numerusform>%n of them export nothing while paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n schedule(s) still name this bucket with auto export off. They do not use it, but the export may have to be taken out first to delete the bucket.</source>
        <translation>
            <numerusform>%n schedule still names this bucket with auto export off. It does not use it, but the export may have to be taken out first to delete the bucket.</numerusform>
            <numerusform>%n schedules still name this bucket with auto export off. They do not use it, but the export may have to be taken out first to delete the bucket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted since</source>
        <translation>
            <numerusform>%n deleted since</numerusform>
            <numerusform>%n deleted since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AccountBar</name>
    <message numerus="yes">
        <source>Updated %n minute(s) ago</source>
        <translation>
            <numerusform>Updated %n minute ago</numerusform>
            <numerusform>Updated %n minutes ago</numerusform>
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
    <name>ui::DuplicatesView</name>
    <message numerus="yes">
        <source>%Ln buckets are registered more than once: %1 registrations.</source>
        <translation>
            <numerusform>%Ln bucket is registered more than once: %1 registrations.</numerusform>
            <numerusform>%Ln buckets are registered more than once: %1 registrations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>%Ln export bucket</numerusform>
            <numerusform>%Ln export buckets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InventoryBar</name>
    <message numerus="yes">
        <source>· %Ln shown</source>
        <extracomment>How many of the rows match the filter.</extracomment>
        <translation>
            <numerusform>· %Ln shown</numerusform>
            <numerusform>· %Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InventoryMessages</name>
    <message numerus="yes">
        <source>%Ln project(s) could not be read.</source>
        <translation>
            <numerusform>%Ln project could not be read.</numerusform>
            <numerusform>%Ln projects could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) changed during loading.</source>
        <translation>
            <numerusform>%Ln project changed during loading.</numerusform>
            <numerusform>%Ln projects changed during loading.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTab</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln export bucket(s) exported.</source>
        <translation>
            <numerusform>%Ln export bucket exported.</numerusform>
            <numerusform>%Ln export buckets exported.</numerusform>
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
<context>
    <name>ui::UsageMessages</name>
    <message numerus="yes">
        <source>Usage of %Ln bucket(s) is unknown.</source>
        <translation>
            <numerusform>Usage of %Ln bucket is unknown.</numerusform>
            <numerusform>Usage of %Ln buckets is unknown.</numerusform>
        </translation>
    </message>
</context>
</TS>
