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
